using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Reviews.Reminders;

namespace TalentPortal.Core.Reviews.Clocks;

/// <summary>
/// Keeps one job for each running clock: the moment at which its light turns next. Follows every change of a clock, whoever made it: a
/// stop takes the job away, a restart, an extension or a new calendar moves it.
/// </summary>
public sealed class LightPlans(CaseClocks clocks, WorkingCalendar calendar, ReminderTimes times, PortalTimeZone zone)
{
    /// <summary>Plans anew what the transaction changed, and carries the day of a step's clock to the step and its tasks.</summary>
    public void Follow(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        foreach (var clock in work.Changed<CaseDeadline>().Where(clock => clock.Kind is DeadlineKind.Promise or DeadlineKind.Step))
        {
            if (clock is { Kind: DeadlineKind.Step, EndedOn: null }) Carry(work, clock);
            Plan(work, clock);
        }
    }

    /// <summary>Has a clock looked at again at a moment.</summary>
    public static void PlanAt(CaseWork work, CaseDeadline clock, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(clock);
        ClockJobs.Plan(work, clock, LightTurningJob.Kind, at);
    }

    /// <summary>Plans the next turn of a clock; a clock that ended, stands still or has nothing more to say has none.</summary>
    public void Plan(CaseWork work, CaseDeadline clock)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(clock);
        if (Next(clock, work.Now) is { } at) PlanAt(work, clock, at);
        else ClockJobs.Drop(work, clock, LightTurningJob.Kind);
    }

    /// <summary>The next moment at which something is to be said of a clock; null where there is none.</summary>
    public DateTimeOffset? Next(CaseDeadline clock, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var today = zone.DateOf(now);
        if (clock.EndedOn is not null || clocks.Read(clock, today).IsStopped) return null;
        if (clock.YellowToldFor != clock.DueOn && clocks.YellowFrom(clock, today) is { } yellow && today <= clock.DueOn)
            return times.OnOrAfter(yellow, now);
        return clock.RedToldFor == clock.DueOn ? null : times.OnOrAfter(calendar.AddWorkingDays(clock.DueOn, 1).On, now);
    }

    private static void Carry(CaseWork work, CaseDeadline clock)
    {
        if (work.Rows<ReviewStep>().FirstOrDefault(step => step.Id == clock.StepId) is not { } step || step.DueOn == clock.DueOn) return;
        work.Rows<ReviewStep>().Replace(step with { DueOn = clock.DueOn });
        foreach (var task in work.Rows<ReviewTask>().Where(task => task.StepId == step.Id && task.IsUnanswered).ToList())
            work.Rows<ReviewTask>().Replace(task with { DueOn = clock.DueOn });
    }
}
