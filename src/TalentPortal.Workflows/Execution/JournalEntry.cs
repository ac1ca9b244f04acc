namespace TalentPortal.Workflows.Execution;

/// <summary>One line of the engine's journal.</summary>
public sealed record JournalEntry
{
    /// <summary>Instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Activity; empty for the workflow itself.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Type of the activity.</summary>
    public required string ActivityType { get; init; }

    /// <summary>What happened.</summary>
    public required JournalEvent Event { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Outcomes of a completion, else empty.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Message of a fault, else null.</summary>
    public string? Message { get; init; }
}
