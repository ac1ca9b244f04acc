namespace TalentPortal.Web.Presentation.Views;

/// <summary>The clock of one case, as its owner sees it.</summary>
/// <param name="UsedWorkingDays">Working days that count so far, 0 or more.</param>
/// <param name="PromisedWorkingDays">Working days promised, above 0.</param>
/// <param name="Due">The light in the head.</param>
public sealed record ClockView(int UsedWorkingDays, int PromisedWorkingDays, DueView Due)
{
    /// <summary>Why it does not count now, and until when: one or two sentences; null while it counts.</summary>
    public string? StoppedBecause { get; init; }

    /// <summary>The latest day of the decision; null when not known or already decided.</summary>
    public DateOnly? LatestOn { get; init; }

    /// <summary>Whether that day may still move, because the calendar of its year is not published yet.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>Stops that are over.</summary>
    public IReadOnlyList<ClockStopView> PastStops { get; init; } = [];

    /// <summary>The page that shows how each day counts; null to leave the link out.</summary>
    public string? DaysHref { get; init; }
}
