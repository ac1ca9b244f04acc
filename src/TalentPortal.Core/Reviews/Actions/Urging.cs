using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Reviews.Reminders;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>Asks those who have to act to hurry: the applicant once a working day, a supervisor any time.</summary>
public sealed class Urging(
    CaseTransaction cases, TaskTransaction transactions, TaskReminders reminders, WorkingCalendar calendar,
    PortalTimeZone zone, ActionLog log)
{
    /// <summary>The applicant urges.</summary>
    public Task<Result> ByApplicantAsync(Actor actor, Guid caseId, Operation operation, CancellationToken ct) =>
        cases.RunAsync(caseId, operation, async (work, token) =>
        {
            if (work.Rows<Application>().SingleOrDefault() is not { } application || application.CreatedBy != actor.UserId)
                return new CaseNotFound();
            var open = work.Rows<ReviewTask>().Where(task => task.IsOpen).ToList();
            if (open.Count == 0 || work.Case.Hold) return new NothingToUrge();
            foreach (var task in open) await reminders.UrgeAsync(work, task, MessageTemplates.TaskUrged, token);
            var action = log.Add(work, CaseActionKind.UrgedByApplicant, actor.UserId, "");
            work.Rows<CaseAction>().Replace(action with { ActedOn = CountedOn(work.Now) });
            work.RefuseOn("case_actions_urged_once_a_day", new UrgedToday());
            return Result.Success;
        }, ct);

    /// <summary>The day for which an urging counts: a free day counts with the working day after it.</summary>
    internal DateOnly CountedOn(DateTimeOffset at)
    {
        var day = zone.DateOf(at);
        return calendar.IsWorkingDay(day) ? day : calendar.AddWorkingDays(day, 1).On;
    }

    /// <summary>A supervisor urges whoever has a task.</summary>
    public Task<Result> BySupervisorAsync(Actor actor, Guid taskId, string note, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(actor, taskId, operation, async (work, task, token) =>
        {
            if (!actor.MaySupervise(task)) return new SupervisorOnly();
            if (!task.IsOpen) return new NothingToUrge();
            var why = ActionLog.Reason(note, isRequired: false);
            if (!why.Succeeded) return why.Refusal;
            await reminders.UrgeAsync(work, task, MessageTemplates.TaskUrged, token);
            log.Add(work, CaseActionKind.UrgedBySupervisor, actor.UserId, why.Value, task);
            return Result.Success;
        }, ct);
}
