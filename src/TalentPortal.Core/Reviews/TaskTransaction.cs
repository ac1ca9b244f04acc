using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Absences;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Reviews.Concerns;

namespace TalentPortal.Core.Reviews;

/// <summary>
/// Runs an action of an officer on a task under its case's lock. A task that is neither the officer's to act on nor to supervise is not
/// found, to a former stand-in with the reason; nobody acts on an own case; on a suspended case nothing happens but its resumption or end.
/// </summary>
public sealed class TaskTransaction(CaseTransaction transactions, FormerStandIns former, IEnumerable<IsPartyOf> concerns)
{
    /// <summary>Runs it.</summary>
    /// <typeparam name="T">The answer, without any personal value.</typeparam>
    /// <param name="actor">Who acts.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="act">What to do.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="evenSuspended">Whether it may be done to a suspended case.</param>
    /// <param name="others">Who else may do it; <paramref name="act"/> has the last word about them.</param>
    public async Task<Result<T>> RunAsync<T>(Actor actor, Guid taskId, Operation operation,
        Func<CaseWork, ReviewTask, CancellationToken, Task<Result<T>>> act, CancellationToken ct, bool evenSuspended = false,
        Func<ReviewTask, bool>? others = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(act);
        var result = await transactions.RunAsync<T>(CaseLock.Of("review_tasks", taskId), operation, async (work, token) =>
        {
            if (work.Rows<ReviewTask>().FirstOrDefault(row => row.Id == taskId) is not { } task
                || !(actor.MayActOn(task) || actor.MaySupervise(task) || others?.Invoke(task) is true))
                return new CaseNotFound();
            if (actor.IsOwn(work.Rows<Application>().Single(), ReviewSettings.FromJson(task.StepIn(work).Settings)))
                return new OfficerIsApplicant();
            foreach (var concern in concerns)
            {
                if (await concern(work, actor, token)) return new OfficerIsApplicant();
            }

            if (work.Case.Hold && !evenSuspended) return new CaseSuspended();
            work.InNameOf = actor.InNameOf(task);
            return await act(work, task, token);
        }, ct);
        return result.Refusal is CaseNotFound ? await former.WhyNotAsync(actor.UserId, taskId, ct) : result;
    }

    /// <summary>The same for an action that answers nothing.</summary>
    public async Task<Result> RunAsync(Actor actor, Guid taskId, Operation operation,
        Func<CaseWork, ReviewTask, CancellationToken, Task<Result>> act, CancellationToken ct, bool evenSuspended = false,
        Func<ReviewTask, bool>? others = null)
    {
        var result = await RunAsync<bool>(actor, taskId, operation, async (work, task, token) =>
            await act(work, task, token) is { Succeeded: false } refused ? refused.Refusal : true, ct, evenSuspended, others);
        return result.ToResult();
    }
}
