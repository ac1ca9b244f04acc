namespace TalentPortal.Core.Catalogue.Forms;

/// <summary>What kind of secret an answer is; it decides the mask.</summary>
public enum SecretKind
{
    /// <summary>A citizen number.</summary>
    CitizenId,

    /// <summary>A phone number.</summary>
    Phone,

    /// <summary>A bank account.</summary>
    BankAccount,

    /// <summary>Anything else: masked whole.</summary>
    Other,
}
