namespace TalentPortal.Core.Calendar;

/// <summary>One day as the calendar sees it.</summary>
/// <param name="On">The local date.</param>
/// <param name="Kind">Why it counts or does not.</param>
/// <param name="Holiday">The holiday, on a day off.</param>
/// <param name="IsProvisional">Whether the official calendar of that year is not known yet, so that only weekends are left out.</param>
public sealed record CalendarDay(DateOnly On, CalendarDayKind Kind, CalendarHoliday? Holiday, bool IsProvisional)
{
    /// <summary>Whether it is a working day.</summary>
    public bool IsWorkingDay => Kind is CalendarDayKind.Workday or CalendarDayKind.MadeUpWorkday;
}
