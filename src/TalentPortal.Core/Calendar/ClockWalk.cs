namespace TalentPortal.Core.Calendar;

/// <summary>Walks a clock day by day: the one place where it is decided whether a day counts.</summary>
internal sealed class ClockWalk
{
    private readonly WorkingCalendar calendar;

    public ClockWalk(ClockTerms terms, WorkingCalendar calendar, DateOnly today)
    {
        this.calendar = calendar;
        Terms = terms;
        AsOf = terms.EndedOn ?? today;
        TotalWorkingDays = terms.WorkingDays + terms.ExtensionWorkingDays;
    }

    public ClockTerms Terms { get; }

    /// <summary>The day on which it was done, else today.</summary>
    public DateOnly AsOf { get; }

    public int TotalWorkingDays { get; }

    /// <summary>Every day from day 0 on, without end.</summary>
    public IEnumerable<ClockDay> Days()
    {
        var first = calendar.Day(Terms.StartsOn);
        yield return new ClockDay(first.On, ClockDayKind.Start, 0, [], first.Holiday, first.IsProvisional);
        var used = 0;
        for (var on = Terms.StartsOn.AddDays(1); ; on = on.AddDays(1))
        {
            var day = calendar.Day(on);
            var reasons = StopReasonsOn(on);
            if (day.IsWorkingDay && reasons.Count == 0) used++;
            yield return new ClockDay(on, KindOf(day, reasons.Count > 0), used, reasons, day.Holiday, day.IsProvisional);
        }
    }

    public IReadOnlyList<string> StopReasonsOn(DateOnly on) => Terms.Stops.Any(s => Covers(s, on))
        ? [.. Terms.Stops.Where(s => Covers(s, on)).Select(s => s.Reason).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : [];

    public bool HasOpenStopOn(DateOnly on) => Terms.Stops.Any(s => s.To is null && s.Covers(on));

    private static ClockDayKind KindOf(CalendarDay day, bool isStopped) => day.Kind switch
    {
        CalendarDayKind.Weekend => ClockDayKind.Weekend,
        CalendarDayKind.Holiday => ClockDayKind.Holiday,
        _ when isStopped => ClockDayKind.Stopped,
        CalendarDayKind.MadeUpWorkday => ClockDayKind.CountedMadeUp,
        _ => ClockDayKind.Counted,
    };

    /// <summary>A stop without an end holds up to the day we look from; whether it goes on tomorrow is not known.</summary>
    private bool Covers(ClockStop stop, DateOnly on) => stop.Covers(on) && (stop.To is not null || on <= AsOf);
}
