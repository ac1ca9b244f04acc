namespace TalentPortal.Core.TalentCards.Queries;

/// <summary>What came of a look at a card.</summary>
public enum CardVisitKind
{
    /// <summary>The venue saw level and what is left; nothing was used.</summary>
    Looked,

    /// <summary>A benefit was used.</summary>
    Used,

    /// <summary>A benefit was used, and that was taken back: it counts no longer.</summary>
    TakenBack,

    /// <summary>The venue was told no.</summary>
    Refused,
}
