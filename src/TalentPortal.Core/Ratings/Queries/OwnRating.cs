using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.Ratings.Queries;

/// <summary>A rating as its rater sees it.</summary>
public sealed record OwnRating
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The closed case's number.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>The service item.</summary>
    public required LocalizedText Item { get; init; }

    /// <summary>The unit that is rated.</summary>
    public required LocalizedText Unit { get; init; }

    /// <summary>When the case was closed, UTC.</summary>
    public required DateTimeOffset CaseClosedAt { get; init; }

    /// <summary>The rating.</summary>
    public required Rating Rating { get; init; }

    /// <summary>Whether it can be given today.</summary>
    public required bool MayRate { get; init; }

    /// <summary>Whether a follow-up can be given today.</summary>
    public required bool MayFollowUp { get; init; }

    /// <summary>What the office wrote about what it put right; null before.</summary>
    public string? Rectified { get; init; }
}
