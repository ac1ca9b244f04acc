using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>A task goes from one person to another: by a supervisor, or by who has it.</summary>
public sealed class TaskPassing(TaskTransaction transactions, Colleagues colleagues, ActionLog log)
{
    /// <summary>A supervisor gives a task to one of the unit's people, also when somebody works on it.</summary>
    public Task<Result> AssignAsync(Actor actor, Guid taskId, Guid toId, string reason, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(actor, taskId, operation, async (work, task, token) =>
        {
            if (!actor.MaySupervise(task)) return new SupervisorOnly();
            if (!task.IsOpen) return new TaskNotOpen();
            if (task.AssigneeId == toId || task.ClaimedBy == toId) return new PassedToOneself();
            var why = ActionLog.Reason(reason, isRequired: task.Status is ReviewTaskStatus.Claimed);
            if (!why.Succeeded) return why.Refusal;
            // From nobody: a supervisor may take it on, too.
            var given = await colleagues.ForAsync(work, task, fromId: Guid.Empty, toId, token);
            return given.Succeeded ? Pass(work, task, actor, toId, CaseActionKind.TaskAssigned, why.Value) : given.Refusal;
        }, ct);

    /// <summary>Who has a task passes it on to a colleague of the same role and unit, for good.</summary>
    public Task<Result> TransferAsync(Actor actor, Guid taskId, Guid toId, string reason, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(actor, taskId, operation, async (work, task, token) =>
        {
            if (task.WhyNotFor(actor) is { } refusal) return refusal;
            var why = ActionLog.Reason(reason);
            if (!why.Succeeded) return why.Refusal;
            if (task.PassedOnBy.Contains(toId)) return new PassedInCircle();
            var given = await colleagues.ForAsync(work, task, actor.UserId, toId, token);
            return given.Succeeded ? Pass(work, task, actor, toId, CaseActionKind.TaskTransferred, why.Value) : given.Refusal;
        }, ct);

    private Result Pass(CaseWork work, ReviewTask task, Actor from, Guid toId, CaseActionKind kind, string reason)
    {
        if (task.IsPanelSeat(work)) return new PanelSeatFixed();
        work.Rows<ReviewTask>().Replace(task.PassTo(from.UserId, toId));
        ActionLog.Tell(work, toId, MessageTemplates.TaskGiven);
        log.Add(work, kind, from.UserId, reason, task, toId);
        return Result.Success;
    }
}
