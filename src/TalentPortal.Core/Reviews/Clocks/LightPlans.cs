using System.Globalization;
using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Reviews.Reminders;

namespace TalentPortal.Core.Reviews.Clocks;

/// <summary>
/// Keeps one job for each running clock: the moment at which its light turns next. Follows every change of a clock, whoever made it: a
/// stop takes the job away, a restart, an extension or a new calendar moves it.
/// </summary>
public sealed class LightPlans(CaseClocks clocks, WorkingCalendar calendar, ReminderTimes times, PortalTimeZone zone)
{
    // A job in hand is taken back by the plan that replaces it: its lease goes, so that the end of its run changes nothing.
    private const string PlanSql =
        """
        insert into jobs (id, kind, case_id, payload, unique_key, status, run_at, created_at) values ($1, $2, $3, $4, $5, 'Waiting', $6, $7)
        on conflict (kind, unique_key) where unique_key is not null and status = 'Waiting'
        do update set run_at = excluded.run_at, attempts = 0, leased_until = null, last_error = null
        """;

    private const string DropSql = "delete from jobs where kind = $1 and unique_key = $2 and status = 'Waiting'";

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
        var job = Job.Of(LightTurningJob.Kind, work.Now, at, work.CaseId, JsonSerializer.Serialize(new LightTurning(clock.Id), JsonSerializerOptions.Web));
        work.Execute(new NpgsqlBatchCommand(PlanSql)
        {
            Parameters =
            {
                CaseBatch.Uuid(job.Id), CaseBatch.Text(job.Kind), CaseBatch.Uuid(job.CaseId), CaseBatch.Json(job.Payload), CaseBatch.Text(KeyOf(clock)),
                CaseBatch.At(job.RunAt), CaseBatch.At(job.CreatedAt),
            },
        });
    }

    /// <summary>Plans the next turn of a clock; a clock that ended, stands still or has nothing more to say has none.</summary>
    public void Plan(CaseWork work, CaseDeadline clock)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(clock);
        if (Next(clock, work.Now) is { } at) PlanAt(work, clock, at);
        else work.Execute(new NpgsqlBatchCommand(DropSql) { Parameters = { CaseBatch.Text(LightTurningJob.Kind), CaseBatch.Text(KeyOf(clock)) } });
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

    private static string KeyOf(CaseDeadline clock) => clock.Id.ToString("N", CultureInfo.InvariantCulture);

    private static void Carry(CaseWork work, CaseDeadline clock)
    {
        if (work.Rows<ReviewStep>().FirstOrDefault(step => step.Id == clock.StepId) is not { } step || step.DueOn == clock.DueOn) return;
        work.Rows<ReviewStep>().Replace(step with { DueOn = clock.DueOn });
        foreach (var task in work.Rows<ReviewTask>().Where(task => task.StepId == step.Id && task.IsUnanswered).ToList())
            work.Rows<ReviewTask>().Replace(task with { DueOn = clock.DueOn });
    }
}
