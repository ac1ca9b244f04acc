using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Ratings.Handling;

/// <summary>What was done about a bad rating.</summary>
public enum RatingActionKind
{
    /// <summary>An officer took it over and is its handler from then on.</summary>
    Taken,

    /// <summary>The handler saw who rated, for a reason.</summary>
    ContactShown,

    /// <summary>The handler spoke with the rater.</summary>
    Contacted,

    /// <summary>The handler tried in vain.</summary>
    NotReached,

    /// <summary>It was put right, or explained.</summary>
    Rectified,

    /// <summary>The unit appealed.</summary>
    Appealed,

    /// <summary>The appeal was decided.</summary>
    AppealDecided,
}

/// <summary>How a rater was contacted.</summary>
public enum ContactWay
{
    /// <summary>By phone.</summary>
    Phone,

    /// <summary>By a visit, or at the counter.</summary>
    Visit,

    /// <summary>By a message or letter.</summary>
    Message,
}

/// <summary>Something done about a bad rating, in the officer's words. Append-only.</summary>
public sealed record RatingAction
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The rating.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>What was done.</summary>
    public required RatingActionKind Kind { get; init; }

    /// <summary>By whom.</summary>
    public required Guid ByUserId { get; init; }

    /// <summary>How, for a contact.</summary>
    public ContactWay? Way { get; init; }

    /// <summary>On which day, in the portal's time zone.</summary>
    public required DateOnly HappenedOn { get; init; }

    /// <summary>What came of it; at most 2,000 characters.</summary>
    public string Note { get; init; } = "";

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset ActedAt { get; init; }

    internal static SpineTable<RatingAction> Table { get; } = new(
        "rating_actions", 66, new SpineTableOptions { Audited = true, Loaded = false });
}
