using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>
/// Further people at a task: somebody who prepares the answer, a reviewer before, after or beside, another unit that is asked
///; and their removal. Each is a task of its own in the same step.
/// </summary>
public sealed class AddedReviews(TaskTransaction transactions, Colleagues colleagues, UnitOfficers units, ActionLog log)
{
    /// <summary>Most reviewers added to one task and still open.</summary>
    public const int Most = 9;

    /// <summary>Somebody of the same role and unit prepares the answer; the task then comes back.</summary>
    public Task<Result> DelegateAsync(Actor actor, Guid taskId, Guid toId, string reason, Operation operation, CancellationToken ct) =>
        AddAsync(actor, taskId, reason, operation, async (work, task, token) =>
        {
            var given = await colleagues.ForAsync(work, task, actor.UserId, toId, token);
            if (!given.Succeeded) return given.Refusal;
            work.Rows<ReviewTask>().Replace(Held(task, actor, work).Wait());
            return Add(work, task, actor, ReviewTaskKind.Delegated, new ReviewAssignment(task.OrganisationId, toId), task.Role,
                CaseActionKind.TaskDelegated);
        }, ct);

    /// <summary>A colleague is heard before the answer.</summary>
    public Task<Result> AddBeforeAsync(Actor actor, Guid taskId, Guid toId, string reason, Operation operation, CancellationToken ct) =>
        AddAsync(actor, taskId, reason, operation, async (work, task, token) =>
        {
            var held = await colleagues.ForOpinionAsync(work, task, actor.UserId, toId, token);
            if (!held.Succeeded) return held.Refusal;
            work.Rows<ReviewTask>().Replace(Held(task, actor, work).Wait());
            return Add(work, task, actor, ReviewTaskKind.Before, new ReviewAssignment(held.Value.OrganisationId, toId),
                held.Value.Role.ToString(),
                CaseActionKind.ReviewerAddedBefore);
        }, ct);

    /// <summary>A colleague decides after the answer; his answer then makes the outcome.</summary>
    public Task<Result> AddAfterAsync(Actor actor, Guid taskId, Guid toId, string reason, Operation operation, CancellationToken ct) =>
        AddAsync(actor, taskId, reason, operation, async (work, task, token) =>
        {
            if (task.Kind.IsOpinion()) return new TaskNotOpen();
            var given = await colleagues.ForAsync(work, task, actor.UserId, toId, token);
            if (!given.Succeeded) return given.Refusal;
            return Add(work, task, actor, ReviewTaskKind.After, new ReviewAssignment(task.OrganisationId, toId), task.Role,
                CaseActionKind.ReviewerAddedAfter, ReviewTaskStatus.Waiting);
        }, ct);

    /// <summary>A colleague answers beside; all who are asked must answer, and one who turns the case down decides.</summary>
    public Task<Result> AddBesideAsync(Actor actor, Guid taskId, Guid toId, string reason, Operation operation, CancellationToken ct) =>
        AddAsync(actor, taskId, reason, operation, async (work, task, token) =>
        {
            if (task.Kind is not ReviewTaskKind.Main) return new TaskNotOpen();
            var given = await colleagues.ForAsync(work, task, actor.UserId, toId, token);
            if (!given.Succeeded) return given.Refusal;
            var step = task.StepIn(work);
            if (step.Policy is ReviewPolicy.Any) work.Rows<ReviewStep>().Replace(step with { Policy = ReviewPolicy.All });
            // Who asks keeps the own answer: else the colleague might find the pool's task and give both.
            work.Rows<ReviewTask>().Replace(Held(task, actor, work));
            return Add(work, task, actor, ReviewTaskKind.Main, new ReviewAssignment(task.OrganisationId, toId), task.Role,
                CaseActionKind.ReviewerAddedBeside);
        }, ct);

    /// <summary>Another unit is asked; nobody waits for it.</summary>
    public Task<Result> ConsultAsync(
        Actor actor, Guid taskId, Guid organisationId, string question, Operation operation, CancellationToken ct) =>
        AddAsync(actor, taskId, question, operation, async (work, task, token) =>
        {
            if (task.OrganisationId == organisationId) return new PassedToOneself();
            if (await units.AnsweringAsync(work, organisationId, task.ServiceItemCode, token) is not { } role)
                return new UnitWithoutReviewer();
            return Add(work, task, actor, ReviewTaskKind.Consulted, new ReviewAssignment(organisationId, AssigneeId: null), role,
                CaseActionKind.UnitConsulted);
        }, ct);

    /// <summary>Who added a reviewer, or a supervisor, no longer asks; what waited for it goes on.</summary>
    public Task<Result> RemoveAsync(Actor actor, Guid taskId, Guid addedId, string reason, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(actor, taskId, operation, (work, task, _) => Task.FromResult(Remove(work, task, actor, addedId, reason)), ct);

    private Result Remove(CaseWork work, ReviewTask task, Actor actor, Guid addedId, string reason)
    {
        var tasks = work.Rows<ReviewTask>();
        if (tasks.FirstOrDefault(row => row.Id == addedId && row.ParentId == task.Id) is not { } added) return new CaseNotFound();
        if (added.AskedBy != actor.UserId && !actor.MaySupervise(task)) return new SupervisorOnly();
        if (added.Status is ReviewTaskStatus.Closed or ReviewTaskStatus.Cancelled) return new TaskNotOpen();
        var why = ActionLog.Reason(reason, isRequired: false);
        if (!why.Succeeded) return why.Refusal;
        // What the removed one had asked for goes with it.
        foreach (var further in AddedTasks.Under(work, added)) tasks.Replace(further.Cancel(work.Now));
        tasks.Replace(added.Cancel(work.Now));
        AddedTasks.LetGoOn(work, added);
        if (added.AssigneeId is { } asked) ActionLog.Tell(work, asked, MessageTemplates.TaskTaken);
        log.Add(work, CaseActionKind.ReviewerRemoved, actor.UserId, why.Value, added, added.AssigneeId);
        return Result.Success;
    }

    private Task<Result> AddAsync(Actor actor, Guid taskId, string reason, Operation operation,
        Func<CaseWork, ReviewTask, CancellationToken, Task<Result<AddedTask>>> add, CancellationToken ct) =>
        transactions.RunAsync(actor, taskId, operation, async (work, task, token) =>
        {
            if (task.WhyNotFor(actor) is { } refusal) return refusal;
            if (task.IsPanelSeat(work)) return new PanelSeatFixed();
            var why = ActionLog.Reason(reason);
            if (!why.Succeeded) return why.Refusal;
            if (AddedTasks.OpenOf(work, task).Count() >= Most) return new TooManyReviewers(Most);
            var added = await add(work, task, token);
            if (!added.Succeeded) return added.Refusal;
            var (row, kind) = added.Value;
            if (row is { AssigneeId: { } asked, Status: ReviewTaskStatus.Open }) ActionLog.Tell(work, asked, MessageTemplates.TaskGiven);
            log.Add(work, kind, actor.UserId, why.Value, row, row.AssigneeId, row.OrganisationId);
            return Result.Success;
        }, ct);

    private static AddedTask Add(CaseWork work, ReviewTask task, Actor actor, ReviewTaskKind kind, ReviewAssignment assignment, string role,
        CaseActionKind action, ReviewTaskStatus status = ReviewTaskStatus.Open)
    {
        var step = task.StepIn(work);
        var position = work.Rows<ReviewTask>().Where(row => row.StepId == step.Id).Max(row => row.Position) + 1;
        var added = ReviewSteps.AddTask(work, step, assignment, position) with
        {
            Kind = kind,
            ParentId = task.Id,
            AskedBy = actor.UserId,
            Role = role,
            Status = status,
        };
        work.Rows<ReviewTask>().Replace(added);
        return new AddedTask(added, action);
    }

    private static ReviewTask Held(ReviewTask task, Actor actor, CaseWork work) =>
        task.Status is ReviewTaskStatus.Claimed ? task
            : task with { Status = ReviewTaskStatus.Claimed, ClaimedBy = actor.UserId, ClaimedAt = work.Now };

    private sealed record AddedTask(ReviewTask Task, CaseActionKind Kind);
}
