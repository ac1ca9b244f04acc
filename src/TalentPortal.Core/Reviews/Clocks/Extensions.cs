using System.Globalization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Reviews.Clocks;

/// <summary>
/// More time for a case, once: the officer asks with a reason while there is time, the head of the unit approves or refuses (for the talent
/// office's only head the leading group does), the applicant is told why (by analogy to the Administrative Licensing Law, section 42).
/// </summary>
public sealed class Extensions(
    TaskTransaction transactions, CaseClocks clocks, ParameterTable parameters, PortalTimeZone zone, ActionLog log, TaskAudience audience)
{
    /// <summary>The officer asks.</summary>
    public Task<Result> AskAsync(Actor actor, Guid taskId, string reason, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(actor, taskId, operation, async (work, task, token) =>
        {
            if (task.WhyNotFor(actor) is { } refusal) return refusal;
            if (task.Kind.IsOpinion()) return new TaskNotOpen();
            var clock = InTime(work);
            if (!clock.Succeeded) return clock.Refusal;
            var why = ActionLog.Reason(reason);
            if (!why.Succeeded) return why.Refusal;
            work.RefuseOn("case_actions_extension_asked_once", new ExtensionAskedAlready());
            log.Add(work, CaseActionKind.ExtensionAsked, actor.UserId, why.Value, task);
            foreach (var head in await audience.DecidersAsync(work, task, actor.UserId, token))
                ActionLog.Tell(work, head, MessageTemplates.ExtensionAsked);
            return Result.Success;
        }, ct);

    /// <summary>The head approves: the promised time and that of the step from which it was asked grow.</summary>
    public Task<Result> ApproveAsync(Actor actor, Guid taskId, string note, Operation operation, CancellationToken ct) =>
        DecideAsync(actor, taskId, CaseActionKind.ExtensionApproved, ActionLog.Reason(note, isRequired: false), operation, (work, asked) =>
        {
            var clock = InTime(work);
            if (!clock.Succeeded) return clock.Refusal;
            var days = parameters.Int("clock.extendDays", zone.DateOf(work.Now));
            var step = work.Rows<ReviewTask>().FirstOrDefault(task => task.Id == asked.TaskId)?.StepId;
            if (work.Rows<CaseDeadline>()
                .FirstOrDefault(row => row.StepId is not null && row.StepId == step && row.EndedOn is null) is { } steps)
                clocks.Extend(work, steps, days);
            var extended = clocks.Extend(work, clock.Value, days);
            work.Record("DueDayMoved", ("clock", clock.Value.Id), ("kind", clock.Value.Kind.ToString()), ("from", clock.Value.DueOn),
                ("to", extended.DueOn),
                ("because", "extension"), ("workingDays", days));
            work.Tell(MessageTemplates.CaseExtended, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["dueOn"] = extended.DueOn.ToString("O", CultureInfo.InvariantCulture),
                ["days"] = days.ToString(CultureInfo.InvariantCulture),
            });
            ActionLog.Tell(work, asked.ByUserId, MessageTemplates.ExtensionApproved);
            return Result.Success;
        }, ct);

    /// <summary>The head refuses: the time stays as it is.</summary>
    public Task<Result> RefuseAsync(Actor actor, Guid taskId, string reason, Operation operation, CancellationToken ct) =>
        DecideAsync(actor, taskId, CaseActionKind.ExtensionRefused, ActionLog.Reason(reason), operation, (work, asked) =>
        {
            ActionLog.Tell(work, asked.ByUserId, MessageTemplates.ExtensionRefused);
            return Result.Success;
        }, ct);

    private Task<Result> DecideAsync(Actor actor, Guid taskId, CaseActionKind kind, Result<string> reason, Operation operation,
        Func<CaseWork, CaseAction, Result> decide, CancellationToken ct) =>
        transactions.RunAsync(actor, taskId, operation, async (work, task, token) =>
        {
            if (work.Rows<Application>().Single().IsFinal) return new TaskNotOpen();
            var (asked, decided) = await ExtensionRecords.ReadAsync(work, token);
            if (asked is null) return actor.MayActOn(task) || actor.MaySupervise(task) ? new ExtensionNotAsked() : new CaseNotFound();
            // Who heads the unit that asked decides, from whatever task of the case.
            var from = work.Rows<ReviewTask>().FirstOrDefault(row => row.Id == asked.TaskId) ?? task;
            if (!actor.MaySupervise(from))
            {
                // Where the only head of the talent office asks, the leading group decides.
                if (!(await audience.DecidersAsync(work, from, asked.ByUserId, token)).Contains(actor.UserId))
                    return actor.MayActOn(task) ? new SupervisorOnly() : new CaseNotFound();
            }

            if (decided is not null) return new ExtensionDecidedAlready();
            if (asked.ByUserId == actor.UserId) return new ExtensionAskedByOneself();
            if (!reason.Succeeded) return reason.Refusal;
            work.RefuseOn("case_actions_extension_decided_once", new ExtensionDecidedAlready());
            log.Add(work, kind, actor.UserId, reason.Value, from);
            return decide(work, asked);
        }, ct, others: actor.MayDecideForOffice);

    /// <summary>The promised time, as long as it can grow: it runs, and its last day is not over.</summary>
    private Result<CaseDeadline> InTime(CaseWork work)
    {
        if (work.Rows<CaseDeadline>().FirstOrDefault(row => row is { Kind: DeadlineKind.Promise, EndedOn: null }) is not { } clock)
            return new NothingToExtend();
        return zone.DateOf(work.Now) > clock.DueOn ? new ExtensionTooLate(clock.DueOn) : clock;
    }
}
