namespace TalentPortal.Core.Cases;

/// <summary>What a deadline is for.</summary>
public enum DeadlineKind
{
    /// <summary>The time promised to the applicant for the whole.</summary>
    Promise,

    /// <summary>One review step.</summary>
    Step,

    /// <summary>The applicant's answer to a supplement.</summary>
    Supplement,

    /// <summary>A public notice.</summary>
    Notice,

    /// <summary>The office's time to accept, to refuse or to ask for what is missing: silence until its end counts as acceptance.</summary>
    Acceptance,
}

/// <summary>A working-day clock of a case, as kept; <c>Calendar</c> computes what it means.</summary>
public sealed record CaseDeadline
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>What it is for.</summary>
    public required DeadlineKind Kind { get; init; }

    /// <summary>The review step, for <see cref="DeadlineKind.Step"/>.</summary>
    public Guid? StepId { get; init; }

    /// <summary>Day 0, in the portal's time zone.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>How many working days; 0 to 2,000.</summary>
    public required int WorkingDays { get; init; }

    /// <summary>Working days added by an extension.</summary>
    public int ExtendedWorkingDays { get; init; }

    /// <summary>A JSON list of stops: from, to (exclusive; null while it lasts), reason.</summary>
    public string Stops { get; init; } = "[]";

    /// <summary>The day it falls due, as last computed.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Whether the due day reaches beyond the last known calendar year.</summary>
    public bool Provisional { get; init; }

    /// <summary>When it was met or dropped.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>The due day of which it was said that it is near; null when it was not.</summary>
    public DateOnly? YellowToldFor { get; init; }

    /// <summary>The due day of which it was said that it is over; null when it was not.</summary>
    public DateOnly? RedToldFor { get; init; }

    internal static SpineTable<CaseDeadline> Table { get; } = new(
        "deadlines", 48, new SpineTableOptions { Jsonb = [nameof(Stops)], LoadOrder = "started_on, id" });
}
