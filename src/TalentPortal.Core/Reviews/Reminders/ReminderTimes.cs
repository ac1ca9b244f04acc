using TalentPortal.Core.Calendar;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Reviews.Reminders;

/// <summary>
/// When those who leave a task unanswered are reminded: after so many working days, then at an interval, always within office hours. A
/// rule is a prefix of parameters, named by the definition: <c>joint.reminder</c> reads <c>joint.reminder.afterDays</c> and
/// <c>….everyDays</c>.
/// </summary>
public sealed class ReminderTimes(WorkingCalendar calendar, PortalTimeZone zone, ParameterTable parameters)
{
    /// <summary>The first reminder about a task that was given out then.</summary>
    public DateTimeOffset First(string rule, DateTimeOffset givenAt) => After(givenAt, $"{rule}.afterDays");

    /// <summary>The one after a reminder.</summary>
    public DateTimeOffset Next(string rule, DateTimeOffset remindedAt) => After(remindedAt, $"{rule}.everyDays");

    /// <summary>When a reminder that comes at this moment may be given instead; null when the moment itself is an office hour.</summary>
    public DateTimeOffset? PutOff(DateTimeOffset at)
    {
        var day = zone.DateOf(at);
        if (!calendar.IsWorkingDay(day) || at >= Hour(day, "reminder.toHour")) return Opening(calendar.AddWorkingDays(day, 1).On);
        return at < Opening(day) ? Opening(day) : null;
    }

    /// <summary>The first office hour of that working day; when that is gone by, the first one from now on.</summary>
    public DateTimeOffset OnOrAfter(DateOnly day, DateTimeOffset now)
    {
        var opening = Opening(day);
        return opening > now ? opening : PutOff(now) ?? now;
    }

    /// <summary>How many working days have gone by since a moment.</summary>
    public int WorkingDaysSince(DateTimeOffset givenAt, DateTimeOffset now) =>
        calendar.WorkingDaysBetween(zone.DateOf(givenAt), zone.DateOf(now));

    private DateTimeOffset After(DateTimeOffset at, string key)
    {
        var day = zone.DateOf(at);
        return Opening(calendar.AddWorkingDays(day, parameters.Int(key, day)).On);
    }

    private DateTimeOffset Opening(DateOnly day) => Hour(day, "reminder.fromHour");

    private DateTimeOffset Hour(DateOnly day, string key) => zone.StartOf(day) + TimeSpan.FromHours(parameters.Int(key, day));
}
