namespace TalentPortal.Core.Recognitions;

/// <summary>One item of a compiled score that the talent office set anew. What the experts gave stays as it is.</summary>
/// <param name="Item">Code of the item.</param>
/// <param name="Original">The panel's mean for it.</param>
/// <param name="Points">What it counts now.</param>
/// <param name="Reason">Why, in the officer's words.</param>
/// <param name="OfficerId">Who.</param>
/// <param name="DecisionId">With which decision.</param>
/// <param name="At">When, UTC.</param>
public sealed record ScoreCorrection(
    string Item, decimal Original, decimal Points, string Reason, Guid OfficerId, Guid DecisionId, DateTimeOffset At)
{
    /// <summary>Field of the review form: the item.</summary>
    public const string ItemField = "correctedItem";

    /// <summary>Field of the review form: its points.</summary>
    public const string PointsField = "correctedPoints";
}
