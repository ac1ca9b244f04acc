using Microsoft.Extensions.Logging;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Reviews.Actions;

namespace TalentPortal.Core.Reviews.Handovers;

/// <summary>Hands tasks over, each in a transaction of its own.</summary>
public sealed partial class HandoverService(
    CaseTransaction cases, ActorCache actors, UnitOfficers units, ActionLog log, ILogger<HandoverService> logger)
{
    /// <summary>Hands over the tasks that were shown, in their order.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="handover">From whom, to whom, why.</param>
    /// <param name="taskIds">The tasks.</param>
    /// <param name="operation">The intent; each task's operation has an id of its own that comes from it.</param>
    /// <param name="ct">Cancels: what has gone by then stays so.</param>
    public async Task<Result<IReadOnlyList<HandoverRow>>> RunAsync(
        Actor actor, Handover handover, IReadOnlyCollection<Guid> taskIds, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(handover);
        ArgumentNullException.ThrowIfNull(operation);
        var tasks = taskIds.Distinct().ToList();
        if (tasks.Count == 0) return new HandoverEmpty();
        var why = ActionLog.Reason(handover.Reason);
        if (!why.Succeeded) return why.Refusal;
        var rows = new List<HandoverRow>(tasks.Count);
        foreach (var task in tasks)
            rows.Add(new HandoverRow(task, await OneAsync(actor, task, handover with { Reason = why.Value }, operation, ct)));
        return rows;
    }

    private async Task<Result> OneAsync(Actor actor, Guid taskId, Handover handover, Operation operation, CancellationToken ct)
    {
        var own = operation with { Id = Operation.IdFromKey(operation.Id, taskId.ToString("N")) };
        try
        {
            var result = await cases.RunAsync<bool>(CaseLock.Of("review_tasks", taskId), own,
                (work, token) => HandAsync(work, actor, taskId, handover, token), ct);
            return result.ToResult();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The others can go: whoever hands over reads which one did not.
            LogRowFailed(failure, taskId);
            return new HandoverRowFailed();
        }
    }

    private async Task<Result<bool>> HandAsync(CaseWork work, Actor actor, Guid taskId, Handover handover, CancellationToken ct)
    {
        if (work.Rows<ReviewTask>().FirstOrDefault(row => row.Id == taskId) is not { } task || !actor.MayHandOver(task))
            return new CaseNotFound();
        var (application, settings) = (work.Rows<Application>().Single(), ReviewSettings.FromJson(task.StepIn(work).Settings));
        if (actor.IsOwn(application, settings)) return new OfficerIsApplicant();
        var receiver = handover.To.UserId is { } person ? await actors.FindAsync(person, ct) : null;
        var unit = handover.To.OrganisationId ?? task.OrganisationId;
        var unitAnswers = handover.To.UserId is not null
            || (await units.EachAsync(work, unit, task.Role, task.ServiceItemCode, ct)).Any(one => one.AssigneeId != handover.From.UserId);
        if (HandoverRules.WhyNot(task, application, settings, handover, receiver, unitAnswers) is { } refusal) return refusal;
        work.Rows<ReviewTask>().Replace(task.HandTo(handover.To.UserId, unit));
        if (handover.To.UserId is { } told) ActionLog.Tell(work, told, MessageTemplates.TaskGiven);
        log.Add(work, CaseActionKind.TaskHandedOver, actor.UserId, handover.Reason, task, handover.To.UserId, unit);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Task {TaskId} of a handover met a fault; the others go on.")]
    private partial void LogRowFailed(Exception failure, Guid taskId);
}
