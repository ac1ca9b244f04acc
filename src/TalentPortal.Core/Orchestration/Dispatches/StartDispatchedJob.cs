using TalentPortal.Core.Jobs;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Orchestration.Dispatches;

/// <summary>Opens a case for a workflow that another case dispatched, and starts it there.</summary>
/// <param name="cases">Opens the case.</param>
/// <param name="orchestrator">Starts the workflow.</param>
public sealed class StartDispatchedJob(WorkflowCases cases, Orchestrator orchestrator) : IJobHandler
{
    // Twice is harmless: the job's id is the operation's and the case's; a second start gets the first answer.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "workflows.start-dispatched";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var order = DispatchOrder.FromJson(job.Payload);
        if (order.Depth > DispatchOrder.MostDepth)
            throw new InvalidOperationException(
                $"More than {DispatchOrder.MostDepth} workflows dispatch one another; {order.DefinitionId} is not started.");
        await cases.OpenAsync(job, "DispatchedWorkflowStarting", await NumberAsync(order, ct), order.DistrictId, async (work, token) =>
        {
            work.Record("WorkflowDispatched", ("from", order.FromNumber), ("definition", order.DefinitionId));
            await orchestrator.StartDispatchedAsync(work, order, token);
        }, ct);
    }

    /// <summary>The case is numbered like the one that asked for it; where that has no number, this one has none either.</summary>
    private async Task<string?> NumberAsync(DispatchOrder order, CancellationToken ct) =>
        CaseNumber.Parse(order.FromNumber) is { Succeeded: true } from ? await cases.NumberAsync(from.Value.ItemCode, ct) : null;
}
