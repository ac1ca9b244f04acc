using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Orchestration;

/// <summary>Something went wrong in a workflow and waits for an administrator.</summary>
public sealed record IncidentRow
{
    /// <summary>Key.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The activity that failed.</summary>
    public string? ActivityId { get; init; }

    /// <summary>Its type.</summary>
    public string? ActivityType { get; init; }

    /// <summary>What went wrong, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The exception, for administrators.</summary>
    public string? Detail { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it was settled, UTC.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>By whom.</summary>
    public Guid? ResolvedBy { get; init; }

    /// <summary>Why it was settled so, in the administrator's words; the operation where it went on by itself.</summary>
    public string? Resolution { get; init; }

    /// <summary>What the administrator did; null where it went on by itself.</summary>
    public IncidentDeed? Deed { get; init; }

    internal static SpineTable<IncidentRow> Table { get; } =
        new("incidents", 82, new SpineTableOptions { LoadFilter = " and resolved_at is null", LoadOrder = "occurred_at, id" });
}
