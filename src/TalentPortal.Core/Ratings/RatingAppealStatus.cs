namespace TalentPortal.Core.Ratings;

/// <summary>Where a unit's appeal against a rating stands.</summary>
public enum RatingAppealStatus
{
    /// <summary>To be decided.</summary>
    Open,

    /// <summary>The rating was malicious or mistaken: it counts no longer.</summary>
    Upheld,

    /// <summary>The rating counts.</summary>
    Rejected,
}
