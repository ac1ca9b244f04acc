using TalentPortal.Workflows.Execution.Bursts;

namespace TalentPortal.Workflows.Execution;

/// <summary>Something went wrong and waits for an administrator. Kept in the instance's state until it is resolved.</summary>
public sealed record Incident
{
    /// <summary>Id, unique over all instances.</summary>
    public required string Id { get; init; }

    /// <summary>Instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Why it was raised.</summary>
    public required IncidentKind Kind { get; init; }

    /// <summary>Activity that threw, or was next; empty for the workflow itself.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Type of that activity.</summary>
    public required string ActivityType { get; init; }

    /// <summary>What went wrong, one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Name of the exception type, or null.</summary>
    public string? ExceptionType { get; init; }

    /// <summary>The exception itself, for the host's log; only in the burst that raised it, never stored.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Whether one activity was stopped by it, so that it can count as done.</summary>
    public bool CanSkip => RunId is not null;

    /// <summary>Run that threw, within the instance; null when it concerns the instance.</summary>
    internal int? RunId { get; init; }

    /// <summary>What a retry does again.</summary>
    internal Step? Step { get; init; }
}
