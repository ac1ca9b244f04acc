namespace TalentPortal.Core.TalentCards.Cards;

/// <summary>What was done with a card.</summary>
public enum CardActionKind
{
    /// <summary>Issued.</summary>
    Issued,

    /// <summary>Put out of use for a while.</summary>
    Suspended,

    /// <summary>Put back into use.</summary>
    Resumed,

    /// <summary>Reported lost.</summary>
    LossReported,

    /// <summary>Given a new number.</summary>
    Replaced,

    /// <summary>Given another level.</summary>
    LevelChanged,

    /// <summary>Given another year.</summary>
    Renewed,

    /// <summary>Made to end earlier, with the ground that gives its level.</summary>
    Shortened,

    /// <summary>Its last day passed.</summary>
    Expired,

    /// <summary>Ended for good.</summary>
    Cancelled,

    /// <summary>Stopped at once, everywhere.</summary>
    Stopped,

    /// <summary>The stop was lifted.</summary>
    StopLifted,
}
