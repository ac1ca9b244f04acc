namespace TalentPortal.Core.Orchestration.Traces;

/// <summary>What an instance did in one activity, as its journal says.</summary>
public sealed record ActivityTrace
{
    /// <summary>The activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Its stays, the earliest first.</summary>
    public required IReadOnlyList<ActivitySpan> Spans { get; init; }

    /// <summary>How often it completed.</summary>
    public required int Completions { get; init; }

    /// <summary>Every outcome it ever ended with.</summary>
    public required IReadOnlySet<string> Outcomes { get; init; }

    /// <summary>The outcomes it ended with last; empty before.</summary>
    public required IReadOnlyList<string> LastOutcomes { get; init; }

    /// <summary>Whether the instance waits or stopped here now.</summary>
    public bool IsLive { get; init; }

    /// <summary>Whether an incident holds the instance here.</summary>
    public bool HasIncident { get; init; }

    /// <summary>When its wait ends by itself, UTC; null where none does.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Working days spent here so far; a day that is begun and ended here counts as none.</summary>
    public int WorkingDays { get; init; }
}
