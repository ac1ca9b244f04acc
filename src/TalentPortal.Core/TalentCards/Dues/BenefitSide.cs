namespace TalentPortal.Core.TalentCards.Dues;

/// <summary>How somebody stands to a benefit.</summary>
public enum BenefitSide
{
    /// <summary>Holds a card that gives it.</summary>
    Qualified,

    /// <summary>Holds such a card, and has not applied.</summary>
    Waiting,

    /// <summary>Has used it at a venue.</summary>
    Used,

    /// <summary>Has applied.</summary>
    Applied,

    /// <summary>Has applied, and it is not decided.</summary>
    Open,

    /// <summary>Has applied, and it was granted.</summary>
    Passed,

    /// <summary>Has applied, and it was refused or not accepted.</summary>
    Refused,
}
