namespace TalentPortal.Core.Keys;

/// <summary>What a key is for. Each purpose has keys of its own, so that one that leaks opens one door only.</summary>
public enum KeyPurpose
{
    /// <summary>Encrypts personal values in columns.</summary>
    Fields,

    /// <summary>Makes the keyed digests by which an encrypted value is found again.</summary>
    BlindIndex,

    /// <summary>Chains the audit.</summary>
    AuditMac,

    /// <summary>Signs what leaves the database, such as the audit's hourly root.</summary>
    Signatures,
}
