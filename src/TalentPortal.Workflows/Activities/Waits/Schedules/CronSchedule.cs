namespace TalentPortal.Workflows.Activities.Waits.Schedules;

/// <summary>
/// A cron expression as Elsa's Cron has it (Cronos' format with seconds): second, minute, hour, day of month, month, day of week, in UTC.
/// Where both kinds of day are given, both must hold.
/// </summary>
internal sealed class CronSchedule
{
    /// <summary>
    /// A leap day on a given weekday comes back after 40 years at the latest; what does not come in a hundred never comes.
    /// </summary>
    private const int Years = 100;

    private readonly bool[] _seconds;
    private readonly bool[] _minutes;
    private readonly bool[] _hours;
    private readonly bool[] _months;
    private readonly Func<DateOnly, bool> _ofMonth;
    private readonly Func<DateOnly, bool> _ofWeek;

    private CronSchedule(string[] fields)
    {
        _seconds = CronField.Parse(fields[0], 0, 59);
        _minutes = CronField.Parse(fields[1], 0, 59);
        _hours = CronField.Parse(fields[2], 0, 23);
        _ofMonth = CronDays.OfMonth(fields[3]);
        _months = CronField.Parse(fields[4], 1, 12, CronField.Months);
        _ofWeek = CronDays.OfWeek(fields[5]);
    }

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">It has not six fields, or one of them is wrong.</exception>
    public static CronSchedule Parse(string text)
    {
        var fields = text.ToUpperInvariant().Split(' ', '\t').Where(field => field.Length > 0).ToArray();
        return fields.Length == 6
            ? new CronSchedule(fields)
            : throw new FormatException($"'{text}' has {fields.Length} fields; second, minute, hour, day, month and day of week are six.");
    }

    /// <summary>The first moment after another one; null when there is none within a hundred years.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset moment)
    {
        var from = new DateTime(moment.UtcTicks - moment.UtcTicks % TimeSpan.TicksPerSecond, DateTimeKind.Utc).AddSeconds(1);
        var (date, time) = (DateOnly.FromDateTime(from), TimeOnly.FromDateTime(from));
        for (var last = date.AddYears(Years); date <= last; date = date.AddDays(1), time = TimeOnly.MinValue)
        {
            if (_months[date.Month] && _ofMonth(date) && _ofWeek(date) && TimeFrom(time) is { } found)
                return new DateTimeOffset(date.ToDateTime(found), TimeSpan.Zero);
        }

        return null;
    }

    private TimeOnly? TimeFrom(TimeOnly from)
    {
        for (var hour = From(_hours, from.Hour); hour >= 0; hour = From(_hours, hour + 1))
        {
            var isFirstHour = hour == from.Hour;
            for (var minute = From(_minutes, isFirstHour ? from.Minute : 0); minute >= 0; minute = From(_minutes, minute + 1))
            {
                var second = From(_seconds, isFirstHour && minute == from.Minute ? from.Second : 0);
                if (second >= 0) return new TimeOnly(hour, minute, second);
            }
        }

        return null;
    }

    private static int From(bool[] set, int start) => start >= set.Length ? -1 : Array.IndexOf(set, true, start);
}
