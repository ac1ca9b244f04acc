using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.Reviews.Clocks;

/// <summary>A case past its last day, with the task that is open in it.</summary>
public sealed record OverdueRow
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>The subject's masked name; null where the reader must not know it.</summary>
    public required string? SubjectMasked { get; init; }

    /// <summary>The service item.</summary>
    public required LocalizedText ServiceItem { get; init; }

    /// <summary>The open task; null where none is.</summary>
    public required Guid? TaskId { get; init; }

    /// <summary>Whether the reader may act on the task.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>The step; null where no task is open.</summary>
    public required LocalizedText? Step { get; init; }

    /// <summary>The unit that has the task.</summary>
    public required Guid? UnitId { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedText? Unit { get; init; }

    /// <summary>Who took the task or has to do it; null while it is in the pool.</summary>
    public required string? Holder { get; init; }

    /// <summary>The last day of the step, when that is over.</summary>
    public required DateOnly? StepDueOn { get; init; }

    /// <summary>The last day of the promised time, when that is over.</summary>
    public required DateOnly? PromiseDueOn { get; init; }

    /// <summary>Working days over, by the earlier of both.</summary>
    public required int WorkingDaysOver { get; init; }

    /// <summary>How often somebody was reminded.</summary>
    public int Reminders { get; init; }

    /// <summary>How often somebody asked for speed.</summary>
    public int Urgings { get; init; }

    /// <summary>When the head of the unit was told last; null when he was not.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>The earlier last day.</summary>
    public DateOnly DueOn => StepDueOn is { } step && (PromiseDueOn is not { } promise || step < promise) ? step : PromiseDueOn!.Value;
}
