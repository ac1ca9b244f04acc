namespace TalentPortal.Core.Catalogue.Materials;

/// <summary>How far a material is trusted, and so what must still be checked.</summary>
public enum TrustLevel
{
    /// <summary>Made by government: used directly, supplied by sharing where it can be.</summary>
    A,

    /// <summary>Checked once by a window: may be used again.</summary>
    B,

    /// <summary>Uploaded by the applicant: the original is to be checked.</summary>
    C,

    /// <summary>Made by the applicant with a promise of truth: used directly.</summary>
    D,
}
