using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Orchestration.Dispatches;

/// <summary>Opens a case for a workflow that another case dispatched, and starts it there.</summary>
/// <param name="cases">Opens the case.</param>
/// <param name="orchestrator">Starts the workflow.</param>
/// <param name="serials">Gives the case its number.</param>
/// <param name="district">The district.</param>
/// <param name="zone">Says which day it is.</param>
/// <param name="time">The portal's clock.</param>
public sealed class StartDispatchedJob(
    CaseTransaction cases, Orchestrator orchestrator, CaseNumbers serials, PortalDistrict district, PortalTimeZone zone, TimeProvider time)
    : IJobHandler
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
            throw new InvalidOperationException($"More than {DispatchOrder.MostDepth} workflows dispatch one another; {order.DefinitionId} is not started.");
        var operation = Operation.Begin(job.Id, "DispatchedWorkflowStarting", userId: null, role: null, time);
        var number = await NumberAsync(order, ct);
        var opened = new Case { Id = job.Id, Number = number, Kind = CaseKind.Workflow, DistrictId = order.DistrictId, CreatedAt = operation.At };
        var result = await cases.CreateAsync(opened, operation, async (work, token) =>
        {
            work.RefuseOn("cases_pkey", new OperationIdReused());
            work.Record("WorkflowDispatched", ("from", order.FromNumber), ("definition", order.DefinitionId));
            await orchestrator.StartDispatchedAsync(work, order, token);
            return Result.Of(true);
        }, ct);
        if (!result.Succeeded) throw new InvalidOperationException($"The dispatched workflow {job.Id} was refused: {result.Refusal.Key}.");
    }

    /// <summary>The case is numbered like the one that asked for it; where that has no number, this one has none either.</summary>
    private async Task<string?> NumberAsync(DispatchOrder order, CancellationToken ct) =>
        CaseNumber.Parse(order.FromNumber) is { Succeeded: true } from
            ? CaseNumber.Create(district.Code, from.Value.ItemCode, zone.Today, await serials.NextAsync(ct)).Value
            : null;
}
