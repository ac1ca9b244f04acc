using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Reviews;

/// <summary>Who, in which role, when, what and why. Append-only.</summary>
public sealed record Decision
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The step.</summary>
    public Guid? StepId { get; init; }

    /// <summary>The task.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>Who decided.</summary>
    public required Guid OfficerId { get; init; }

    /// <summary>In which role.</summary>
    public required string Role { get; init; }

    /// <summary>For which unit.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>One of the step's outcomes.</summary>
    public required string Outcome { get; init; }

    /// <summary>Why, in the officer's words; at most 4,000 characters.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Scores by item, as JSON, where the step asks for them.</summary>
    public string? Scores { get; init; }

    /// <summary>What the step's review forms asked for, as JSON by field code; null where they ask for nothing.</summary>
    public string? Fields { get; init; }

    /// <summary>What the applicant is to supply, a JSON list of <see cref="SupplementGap"/>, where the outcome asks for it.</summary>
    public string? Gaps { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    internal static SpineTable<Decision> Table { get; } = new("decisions", 50, new SpineTableOptions
    {
        Jsonb = [nameof(Scores), nameof(Gaps), nameof(Fields)],
        LoadOrder = "decided_at, id",
        Audited = true,
    });
}
