using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Reviews;

/// <summary>How the answers of several people make one outcome.</summary>
public enum ReviewPolicy
{
    /// <summary>The first answer counts.</summary>
    Any,

    /// <summary>All must answer; one dissent decides.</summary>
    All,

    /// <summary>One after the other.</summary>
    InOrder,

    /// <summary>By the ratio of votes.</summary>
    Ratio,
}

/// <summary>The state of a review step.</summary>
public enum ReviewStepStatus
{
    /// <summary>Somebody has to act.</summary>
    Open,

    /// <summary>It has its outcome.</summary>
    Closed,

    /// <summary>It was ended without an outcome.</summary>
    Cancelled,
}

/// <summary>One waiting step of a case with its policy: one activity run, one bookmark, one or more tasks.</summary>
public sealed record ReviewStep
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The workflow instance that waits.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The bookmark that resumes it.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>The activity of the definition.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The step's code; its names are texts of the service item.</summary>
    public required string Code { get; init; }

    /// <summary>The role that acts.</summary>
    public required string Role { get; init; }

    /// <summary>How answers make an outcome.</summary>
    public required ReviewPolicy Policy { get; init; }

    /// <summary>What the definition said, as JSON (<see cref="ReviewSettings"/>).</summary>
    public required string Settings { get; init; }

    /// <summary>The activity to which its answer leads straight back; null in the ordinary course.</summary>
    public string? ReturnTo { get; init; }

    /// <summary>Its state.</summary>
    public ReviewStepStatus Status { get; init; } = ReviewStepStatus.Open;

    /// <summary>The outcome, once closed.</summary>
    public string? Outcome { get; init; }

    /// <summary>By when, in the portal's time zone.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Until when, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    internal static SpineTable<ReviewStep> Table { get; } =
        new("review_steps", 40, new SpineTableOptions { Jsonb = [nameof(Settings)], LoadOrder = "opened_at, id" });
}
