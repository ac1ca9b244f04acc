namespace TalentPortal.Core.Files;

/// <summary>How far a material may be relied on (after the levels of the State Council office's letter 2016 No. 108).</summary>
public enum TrustLevel
{
    /// <summary>Made by an authority: used as it is.</summary>
    A,

    /// <summary>Checked once by a window: may be used again.</summary>
    B,

    /// <summary>Uploaded by the user: the original is to be checked.</summary>
    C,

    /// <summary>Made by the user, with a promise that it is true: used as it is.</summary>
    D,
}
