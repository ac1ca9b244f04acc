using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Reviews.Clocks;
using TalentPortal.Core.Reviews.Reminders;

namespace TalentPortal.Core.Reviews.Silence;

/// <summary>
/// Keeps one job for each running time to accept: the first office hour after its last day. Follows every change of the clock: a stop takes
/// the job away, a restart or a new calendar moves it, an answer ends it.
/// </summary>
public sealed class AcceptancePlans(CaseClocks clocks, WorkingCalendar calendar, ReminderTimes times, PortalTimeZone zone)
{
    /// <summary>Plans anew what the transaction changed.</summary>
    public void Follow(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        foreach (var clock in work.Changed<CaseDeadline>().Where(clock => clock.Kind is DeadlineKind.Acceptance)) Plan(work, clock);
    }

    /// <summary>Plans the look at a clock; one that ended or stands still has none.</summary>
    public void Plan(CaseWork work, CaseDeadline clock)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(clock);
        if (clock.EndedOn is not null || clocks.Read(clock, zone.DateOf(work.Now)).IsStopped)
            ClockJobs.Drop(work, clock, DeemAcceptanceJob.Kind);
        else ClockJobs.Plan(work, clock, DeemAcceptanceJob.Kind, times.OnOrAfter(calendar.AddWorkingDays(clock.DueOn, 1).On, work.Now));
    }
}
