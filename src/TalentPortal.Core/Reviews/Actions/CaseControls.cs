using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>
/// What a supervisor does with a whole case, by one of its open tasks: suspend, resume, terminate, allow a second supplement.
/// </summary>
public sealed class CaseControls(TaskTransaction transactions, CaseEnding ending, CaseClocks clocks, ActionLog log)
{
    /// <summary>Why the clock stands still.</summary>
    public const string PauseReason = "suspension";

    /// <summary>Suspends: no task can be worked on, timers wait, the promised time stands still.</summary>
    public Task<Result> SuspendAsync(Actor actor, Guid taskId, string reason, Operation operation, CancellationToken ct) =>
        SuperviseAsync(actor, taskId, reason, operation, (work, why) =>
        {
            if (work.Case.Hold) return new CaseSuspended();
            work.Rows<Case>().Replace(work.Case with { Hold = true });
            ReviewSteps.MarkPaused(work);
            clocks.StopAll(work, PauseReason);
            work.Tell(MessageTemplates.CaseSuspended);
            log.Add(work, CaseActionKind.CaseSuspended, actor.UserId, why);
            return Result.Success;
        }, ct);

    /// <summary>Resumes: everything goes on where it stood.</summary>
    public Task<Result> ResumeAsync(Actor actor, Guid taskId, string reason, Operation operation, CancellationToken ct) =>
        SuperviseAsync(actor, taskId, reason, operation, (work, why) =>
        {
            if (!work.Case.Hold) return new CaseNotSuspended();
            work.Rows<Case>().Replace(work.Case with { Hold = false });
            ReviewSteps.MarkPaused(work);
            clocks.Restart(work, PauseReason);
            work.Tell(MessageTemplates.CaseResumed);
            log.Add(work, CaseActionKind.CaseResumed, actor.UserId, why);
            return Result.Success;
        }, ct);

    /// <summary>Allows the officer to ask the applicant a second time; the law asks for one list.</summary>
    public Task<Result> AllowSupplementAsync(Actor actor, Guid taskId, string reason, Operation operation, CancellationToken ct) =>
        SuperviseAsync(actor, taskId, reason, operation, (work, why) =>
        {
            log.Add(work, CaseActionKind.SupplementAllowed, actor.UserId, why);
            return Result.Success;
        }, ct);

    /// <summary>Ends the case without a result. Nothing of it goes on; the applicant is told why.</summary>
    public Task<Result> TerminateAsync(Actor actor, Guid taskId, string reason, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(actor, taskId, operation, async (work, task, token) =>
        {
            if (!actor.MaySupervise(task)) return new SupervisorOnly();
            var why = ActionLog.Reason(reason);
            if (!why.Succeeded) return why.Refusal;
            if (work.Rows<Application>().Single().IsFinal) return new TaskNotOpen();
            var ended = await ending.EndAsync(work, why.Value, token);
            if (!ended.Succeeded) return ended;
            log.Add(work, CaseActionKind.CaseTerminated, actor.UserId, why.Value);
            return Result.Success;
        }, ct, evenSuspended: true);

    private Task<Result> SuperviseAsync(
        Actor actor, Guid taskId, string reason, Operation operation, Func<CaseWork, string, Result> act, CancellationToken ct) =>
        transactions.RunAsync(actor, taskId, operation, (work, task, _) =>
        {
            if (!actor.MaySupervise(task)) return Task.FromResult<Result>(new SupervisorOnly());
            if (work.Rows<Application>().Single().IsFinal) return Task.FromResult<Result>(new TaskNotOpen());
            var why = ActionLog.Reason(reason);
            return Task.FromResult(why.Succeeded ? act(work, why.Value) : why.Refusal);
        }, ct, evenSuspended: true);
}
