namespace TalentPortal.Core.Calendar;

/// <summary>How a promise of working days stands on a day. Everything is computed from the terms; nothing is remembered.</summary>
public sealed record Deadline
{
    /// <summary>The last day in time.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>
    /// Whether the clock stands still and nobody knows until when: <see cref="DueOn"/> is then the earliest day possible,
    /// reached if the clock goes on the next day.
    /// </summary>
    public required bool IsEarliest { get; init; }

    /// <summary>Whether a year without an official calendar lies on the way: show the date as provisional.</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>Promised working days and extension.</summary>
    public required int TotalWorkingDays { get; init; }

    /// <summary>Working days used up with today, or with the day on which it was done.</summary>
    public required int UsedWorkingDays { get; init; }

    /// <summary>Why the clock stands still today: codes of <c>clock-stop-reasons</c>; empty while it runs or when it is done.</summary>
    public required IReadOnlyList<string> StopReasons { get; init; }

    /// <summary>How it stands.</summary>
    public required Light Light { get; init; }

    /// <summary>Working days left: 0 on the last day, negative when overdue.</summary>
    public int RemainingWorkingDays => TotalWorkingDays - UsedWorkingDays;

    /// <summary>Whether the clock stands still today.</summary>
    public bool IsStopped => StopReasons.Count > 0;

    /// <summary>Computes how the promise stands.</summary>
    /// <param name="terms">The promise.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="lights">When the light turns yellow.</param>
    /// <param name="today">The local date.</param>
    public static Deadline Compute(ClockTerms terms, WorkingCalendar calendar, LightRule lights, DateOnly today)
    {
        var walk = new ClockWalk(terms, calendar, today);
        var (due, used, isProvisional) = (default(DateOnly?), 0, false);
        foreach (var day in walk.Days())
        {
            if (due is null)
            {
                isProvisional |= day.IsProvisional;
                if (day.UsedWorkingDays == walk.TotalWorkingDays) due = day.On;
            }

            if (day.On <= walk.AsOf) used = day.UsedWorkingDays;
            if (due is not null && day.On >= walk.AsOf) break;
        }

        return Stand(walk, due!.Value, used, isProvisional, lights);
    }

    /// <summary>Explains the count day by day, from day 0 to the due date, or to today when that is later.</summary>
    /// <param name="terms">The promise.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="today">The local date.</param>
    public static IReadOnlyList<ClockDay> Explain(ClockTerms terms, WorkingCalendar calendar, DateOnly today)
    {
        var walk = new ClockWalk(terms, calendar, today);
        var lines = new List<ClockDay>();
        foreach (var day in walk.Days())
        {
            var isBehindDue = lines.Count > 0 && lines[^1].UsedWorkingDays >= walk.TotalWorkingDays;
            if (isBehindDue && day.On > walk.AsOf) break;
            lines.Add(day);
        }

        return lines;
    }

    /// <summary>
    /// The first working day on which little time is left, if the clock goes on as it stands; null for a promise of no days.
    /// </summary>
    /// <param name="terms">The promise.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="lights">When the light turns yellow.</param>
    /// <param name="today">The local date.</param>
    public static DateOnly? YellowFrom(ClockTerms terms, WorkingCalendar calendar, LightRule lights, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(lights);
        var walk = new ClockWalk(terms, calendar, today);
        if (walk.TotalWorkingDays == 0) return null;
        return walk.Days().First(day => day.Kind is ClockDayKind.Counted or ClockDayKind.CountedMadeUp
            && lights.IsYellow(walk.TotalWorkingDays - day.UsedWorkingDays, walk.TotalWorkingDays)).On;
    }

    private static Deadline Stand(ClockWalk walk, DateOnly due, int used, bool isProvisional, LightRule lights)
    {
        var isDone = walk.Terms.EndedOn is not null;
        IReadOnlyList<string> reasons = isDone ? [] : walk.StopReasonsOn(walk.AsOf);
        var isYellow = lights.IsYellow(walk.TotalWorkingDays - used, walk.TotalWorkingDays);
        return new Deadline
        {
            DueOn = due,
            IsEarliest = !isDone && due > walk.AsOf && walk.HasOpenStopOn(walk.AsOf),
            IsProvisional = isProvisional,
            TotalWorkingDays = walk.TotalWorkingDays,
            UsedWorkingDays = used,
            StopReasons = reasons,
            Light = LightOf(isDone, walk.AsOf.CompareTo(due), reasons.Count > 0, isYellow),
        };
    }

    private static Light LightOf(bool isDone, int comparedToDue, bool isStopped, bool isYellow)
    {
        if (comparedToDue > 0) return Light.Red;
        if (isDone) return comparedToDue < 0 ? Light.Blue : Light.Green;
        if (isStopped) return Light.Grey;
        return isYellow ? Light.Yellow : Light.Green;
    }
}
