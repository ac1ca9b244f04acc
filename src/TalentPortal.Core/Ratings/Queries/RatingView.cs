namespace TalentPortal.Core.Ratings.Queries;

/// <summary>Which bad ratings a list shows.</summary>
public enum RatingView
{
    /// <summary>Those to be dealt with, the most urgent first.</summary>
    Open,

    /// <summary>Those that are over, the newest first.</summary>
    Closed,

    /// <summary>Those with an appeal to be decided.</summary>
    Appealed,
}
