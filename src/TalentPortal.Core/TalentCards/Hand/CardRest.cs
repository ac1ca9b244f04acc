namespace TalentPortal.Core.TalentCards.Hand;

/// <summary>Why a card shows no code.</summary>
public enum CardRest
{
    /// <summary>It works.</summary>
    None,

    /// <summary>Stopped at once, by its holder or by the office.</summary>
    Stopped,

    /// <summary>Its number was reported lost.</summary>
    Lost,

    /// <summary>Out of use for a while, by the office.</summary>
    Suspended,

    /// <summary>Its last day has passed.</summary>
    Expired,

    /// <summary>Over for good.</summary>
    Cancelled,
}
