namespace TalentPortal.Core.Standards;

/// <summary>With what a person proves who they are.</summary>
public enum IdentityDocumentKind
{
    /// <summary>Resident identity card, GB 11643.</summary>
    CitizenCard,

    /// <summary>Residence permit for people of Hong Kong, Macao and Taiwan.</summary>
    HongKongMacaoTaiwanPermit,

    /// <summary>Permanent resident card of foreigners.</summary>
    PermanentResidentCard,

    /// <summary>A passport of any country.</summary>
    Passport,
}
