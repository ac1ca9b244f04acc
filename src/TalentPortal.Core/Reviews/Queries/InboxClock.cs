using TalentPortal.Core.Calendar;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>Days as lists of tasks need them.</summary>
public sealed class InboxClock(WorkingCalendar calendar, PortalTimeZone zone, LightRules lights)
{
    /// <summary>The local day.</summary>
    public DateOnly Today => zone.Today;

    /// <summary>The last due day that shows yellow.</summary>
    public DateOnly LastYellowOn => calendar.AddWorkingDays(Today, lights.Today.YellowWorkingDays).On;

    /// <summary>Working days left until a day: 0 on the day itself, negative after it.</summary>
    public int Remaining(DateOnly dueOn) =>
        dueOn >= Today ? calendar.WorkingDaysBetween(Today, dueOn) : Math.Min(-1, calendar.WorkingDaysBetween(Today, dueOn));
}
