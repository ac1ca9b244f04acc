using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>A case goes back: to any earlier step, or one's own answer is taken back.</summary>
public sealed class CaseReturns(TaskTransaction transactions, Orchestrator orchestrator, EarlierSteps earlier, ActionLog log)
{
    /// <summary>Returns the case to an earlier step.</summary>
    /// <param name="actor">Who has the task.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="activityId">The earlier step's activity.</param>
    /// <param name="comesStraightBack">Whether its answer leads straight back here; else the steps between are done again.</param>
    /// <param name="reason">Why.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result> ReturnAsync(
        Actor actor, Guid taskId, string activityId, bool comesStraightBack, string reason, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(actor, taskId, operation, async (work, task, token) =>
        {
            if (task.WhyNotFor(actor) is { } refusal) return refusal;
            var why = ActionLog.Reason(reason);
            if (!why.Succeeded) return why.Refusal;
            var step = task.StepIn(work);
            var targets = await earlier.BeforeAsync(work.Rows<ReviewStep>(), work.Rows<WorkflowInstanceRow>(), step, token);
            if (task.Kind.IsOpinion() || targets.FirstOrDefault(one => one.ActivityId == activityId) is not { } target)
                return new StepNotReachable();
            if (comesStraightBack && !await earlier.CanMoveToAsync(work, step.InstanceId, step.ActivityId, token))
                return new StepNotReachable();
            log.Add(work, CaseActionKind.ReturnedToStep, actor.UserId, why.Value, task, step: target.Code);
            var opened = await MoveAsync(work, step.InstanceId, activityId, token);
            if (comesStraightBack && opened is not null) work.Rows<ReviewStep>().Replace(opened with { ReturnTo = step.ActivityId });
            return Result.Success;
        }, ct);

    /// <summary>Takes one's own answer back, as long as nobody has acted upon it.</summary>
    public Task<Result> TakeBackAsync(Actor actor, Guid taskId, string reason, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(actor, taskId, operation, async (work, task, token) =>
        {
            if (task is not { Status: ReviewTaskStatus.Closed } || task.ClosedBy != actor.UserId || task.IsPanelSeat(work))
                return new CannotTakeBack();
            var why = ActionLog.Reason(reason);
            if (!why.Succeeded) return why.Refusal;
            var step = task.StepIn(work);
            var undone = step.Status is ReviewStepStatus.Open
                ? TakenBackAnswers.Reopen(work, task)
                : await UndoOutcomeAsync(work, task, step, token);
            if (!undone) return new CannotTakeBack();
            log.Add(work, CaseActionKind.DecisionTakenBack, actor.UserId, why.Value, task);
            return Result.Success;
        }, ct);

    private async Task<bool> UndoOutcomeAsync(CaseWork work, ReviewTask task, ReviewStep step, CancellationToken ct)
    {
        if (!TakenBackAnswers.IsUndoable(work, task, step) || !await earlier.CanMoveToAsync(work, step.InstanceId, step.ActivityId, ct))
            return false;
        if (await MoveAsync(work, step.InstanceId, step.ActivityId, ct) is not { } opened) return false;
        work.Rows<ReviewStep>().Replace(opened with { ReturnTo = step.ReturnTo });
        var tasks = work.Rows<ReviewTask>();
        foreach (var again in tasks.Where(row => row.StepId == opened.Id && row.OrganisationId == task.OrganisationId && row.IsOpen)
            .Take(1).ToList())
            tasks.Replace(again with { Status = ReviewTaskStatus.Claimed, ClaimedBy = task.ClosedBy, ClaimedAt = work.Now });
        return true;
    }

    /// <summary>Moves the workflow; the application is under review again, whatever it waited for.</summary>
    /// <returns>The step that it opened; null where the activity opened none, which the workflow notes as an incident.</returns>
    internal async Task<ReviewStep?> MoveAsync(CaseWork work, string instanceId, string activityId, CancellationToken ct)
    {
        await orchestrator.MoveToAsync(work, instanceId, activityId, ct);
        if (work.Rows<Application>().SingleOrDefault() is { Status: ApplicationStatus.Supplementing } application)
        {
            var isAccepted = work.Rows<CaseDeadline>().Any(clock => clock.Kind is DeadlineKind.Promise);
            work.Rows<Application>()
                .Replace(application with { Status = isAccepted ? ApplicationStatus.InReview : ApplicationStatus.Submitted });
        }

        return work.Rows<ReviewStep>().LastOrDefault(row => row.ActivityId == activityId && row.Status is ReviewStepStatus.Open);
    }
}
