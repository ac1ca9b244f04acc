namespace TalentPortal.Web.Presentation.Views;

/// <summary>What kind of value is to be hidden.</summary>
public enum MaskKind
{
    /// <summary>Already hidden where it came from.</summary>
    None,

    /// <summary>An identity document's number: first three and last four stay.</summary>
    IdNumber,

    /// <summary>A telephone number: first three and last four stay.</summary>
    Phone,

    /// <summary>A person's name: first and last character stay.</summary>
    Name,

    /// <summary>A bank account: last four stay.</summary>
    BankAccount,

    /// <summary>A mail address: first character and domain stay.</summary>
    Email,
}
