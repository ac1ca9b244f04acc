namespace TalentPortal.Core.Calendar;

/// <summary>One line of the explanation how a due date came about.</summary>
/// <param name="On">The local date.</param>
/// <param name="Kind">What it means for the clock.</param>
/// <param name="UsedWorkingDays">How many working days are used up with this day.</param>
/// <param name="StopReasons">Why the clock stood still that day: codes of <c>clock-stop-reasons</c>, sorted.</param>
/// <param name="Holiday">The holiday, on a day off.</param>
/// <param name="IsProvisional">Whether that year's official calendar is not known yet.</param>
public sealed record ClockDay(
    DateOnly On,
    ClockDayKind Kind,
    int UsedWorkingDays,
    IReadOnlyList<string> StopReasons,
    CalendarHoliday? Holiday,
    bool IsProvisional);
