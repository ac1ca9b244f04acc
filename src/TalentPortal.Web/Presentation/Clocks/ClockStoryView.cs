namespace TalentPortal.Web.Presentation.Clocks;

/// <summary>Why the last day of a case is what it is, beside the days that count.</summary>
/// <param name="Stops">When the clock stood still.</param>
/// <param name="Moves">When and why the last day moved otherwise.</param>
public sealed record ClockStoryView(IReadOnlyList<StoppedView> Stops, IReadOnlyList<MovedView> Moves)
{
    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsEmpty => Stops.Count == 0 && Moves.Count == 0;
}

/// <summary>A time in which the clock stood still.</summary>
/// <param name="Reason">Why.</param>
/// <param name="FromOn">The first day.</param>
/// <param name="LastOn">The last day; null while it lasts.</param>
/// <param name="WorkingDays">The working days that did not count.</param>
public sealed record StoppedView(string Reason, DateOnly FromOn, DateOnly? LastOn, int WorkingDays);

/// <summary>The last day moved.</summary>
/// <param name="On">When.</param>
/// <param name="FromOn">What it was.</param>
/// <param name="ToOn">What it is since.</param>
/// <param name="Because">Why.</param>
public sealed record MovedView(DateOnly On, DateOnly FromOn, DateOnly ToOn, string Because);
