namespace TalentPortal.Workflows.Activities.Waits.Schedules;

/// <summary>Which days a cron expression means: a test for one date.</summary>
internal static class CronDays
{
    private const int Sunday = 7;

    /// <summary>Days of the month: numbers, <c>L</c> (last), <c>L-3</c>, <c>15W</c> (nearest weekday), <c>LW</c>.</summary>
    /// <exception cref="FormatException">The field is none.</exception>
    public static Func<DateOnly, bool> OfMonth(string text)
    {
        if (text is "*" or "?") return _ => true;
        if (text is "LW") return date => date == NearestWeekday(date, DaysIn(date));
        if (text.StartsWith('L'))
        {
            var back = text.Length == 1 ? 0 : CronField.Number(text.StartsWith("L-", StringComparison.Ordinal) ? text[2..] : text, 1, 30);
            return date => date.Day == DaysIn(date) - back;
        }

        if (text.EndsWith('W'))
        {
            var day = CronField.Number(text[..^1], 1, 31);
            return date => day <= DaysIn(date) && date == NearestWeekday(date, day);
        }

        var set = CronField.Parse(text, 1, 31);
        return date => set[date.Day];
    }

    /// <summary>
    /// Days of the week: numbers (0 and 7 are Sunday), names, <c>5L</c> (the month's last Friday), <c>1#2</c> (its second Monday).
    /// </summary>
    /// <exception cref="FormatException">The field is none.</exception>
    public static Func<DateOnly, bool> OfWeek(string text)
    {
        if (text is "*" or "?") return _ => true;
        if (text.EndsWith('L') && text.Length > 1)
        {
            var last = WeekDay(text[..^1]);
            return date => (int)date.DayOfWeek == last && date.Day > DaysIn(date) - 7;
        }

        if (text.Split('#') is [var day, var place])
        {
            var (weekDay, nth) = (WeekDay(day), CronField.Number(place, 1, 5));
            return date => (int)date.DayOfWeek == weekDay && (date.Day - 1) / 7 == nth - 1;
        }

        // "*/2" counts from Sunday to Saturday; a seven stands for the Sunday after.
        var set = CronField.Parse(text, 0, text.Contains('*', StringComparison.Ordinal) ? Sunday - 1 : Sunday, CronField.WeekDays);
        var sunday = set[0] || (set.Length > Sunday && set[Sunday]);
        return date => date.DayOfWeek is DayOfWeek.Sunday ? sunday : set[(int)date.DayOfWeek];
    }

    private static int WeekDay(string text) => CronField.Number(text, 0, Sunday, CronField.WeekDays) % Sunday;

    private static int DaysIn(DateOnly date) => DateTime.DaysInMonth(date.Year, date.Month);

    /// <summary>The weekday nearest to a day, without leaving the month.</summary>
    private static DateOnly NearestWeekday(DateOnly month, int day)
    {
        var date = new DateOnly(month.Year, month.Month, day);
        return date.DayOfWeek switch
        {
            DayOfWeek.Saturday => date.AddDays(day == 1 ? 2 : -1),
            DayOfWeek.Sunday => date.AddDays(day == DaysIn(date) ? -2 : 1),
            _ => date,
        };
    }
}
