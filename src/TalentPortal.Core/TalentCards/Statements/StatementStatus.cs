namespace TalentPortal.Core.TalentCards.Statements;

/// <summary>Where a venue's statement stands.</summary>
public enum StatementStatus
{
    /// <summary>Drawn; the partner may confirm it or object.</summary>
    Open,

    /// <summary>The partner confirmed it.</summary>
    Confirmed,

    /// <summary>The partner said nothing in time, which counts as a yes.</summary>
    Accepted,

    /// <summary>The partner objected; the talent office answers.</summary>
    Objected,

    /// <summary>The talent office kept it, with a reason.</summary>
    Upheld,

    /// <summary>The talent office corrected it: another one took its place.</summary>
    Superseded,
}
