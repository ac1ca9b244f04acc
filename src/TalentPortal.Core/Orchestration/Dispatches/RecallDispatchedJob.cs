using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Orchestration.Dispatches;

/// <summary>Cancels a dispatched workflow that nobody waits for any more, or keeps it from starting.</summary>
/// <param name="cases">Opens the case.</param>
/// <param name="orchestrator">Cancels the workflow.</param>
/// <param name="queue">Where the start may still wait.</param>
/// <param name="time">The portal's clock.</param>
public sealed class RecallDispatchedJob(CaseTransaction cases, Orchestrator orchestrator, JobQueue queue, TimeProvider time) : IJobHandler
{
    // Twice is harmless: the job's id is the operation's, and a case without a running workflow has nothing to cancel.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "workflows.recall-dispatched";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var instance = Guid.ParseExact(DispatchJobs.InstanceOf(job), "N");
        if (await queue.WithdrawAsync(instance, ct)) return;
        var operation = Operation.Begin(job.Id, "DispatchedWorkflowRecalling", userId: null, role: null, time);
        var result = await cases.RunAsync(instance, operation, async (work, token) =>
        {
            work.Record("WorkflowRecalled");
            await orchestrator.CancelAllAsync(work, token);
            return Result.Success;
        }, ct);
        if (!result.Succeeded && await queue.IsWaitingAsync(instance, ct))
            throw new InvalidOperationException(
                $"The dispatched workflow {instance} is being started just now: it is recalled at the next attempt.");
    }
}
