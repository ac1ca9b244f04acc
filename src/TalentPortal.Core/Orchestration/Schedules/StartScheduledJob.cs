using System.Globalization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Orchestration.Schedules;

/// <summary>Opens a case for a workflow whose moment has come, and starts it there. Nobody applied: the case has a number and no applicant.</summary>
/// <param name="cases">Opens the case.</param>
/// <param name="orchestrator">Starts the workflow.</param>
/// <param name="serials">Gives the case its number.</param>
/// <param name="district">The district.</param>
/// <param name="zone">Says which day it is.</param>
/// <param name="time">The portal's clock.</param>
public sealed class StartScheduledJob(
    CaseTransaction cases, Orchestrator orchestrator, CaseNumbers serials, PortalDistrict district, PortalTimeZone zone, TimeProvider time)
    : IJobHandler
{
    // Twice is harmless: the job's id is the operation's and the case's; a second start gets the first answer.

    /// <summary>What stands in the number where others have their service item.</summary>
    public const string ItemCode = "WORKFLOW";

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "workflows.start-scheduled";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var order = StartOrder.FromJson(job.Payload);
        var operation = Operation.Begin(job.Id, "ScheduledWorkflowStarting", userId: null, role: null, time);
        var opened = new Case
        {
            Id = job.Id,
            Number = CaseNumber.Create(district.Code, ItemCode, zone.Today, await serials.NextAsync(ct)).Value,
            Kind = CaseKind.Workflow,
            DistrictId = district.Id,
            CreatedAt = operation.At,
        };
        var result = await cases.CreateAsync(opened, operation, async (work, token) =>
        {
            work.RefuseOn("cases_pkey", new OperationIdReused());
            work.Record("WorkflowStartedByClock", ("definition", order.DefinitionId), ("version", order.Version), ("activity", order.ActivityId),
                ("due", order.DueAt.ToString("O", CultureInfo.InvariantCulture)));
            await orchestrator.StartByClockAsync(work, order.DefinitionId, order.Version, order.ActivityId, token);
            return Result.Of(true);
        }, ct);
        if (!result.Succeeded) throw new InvalidOperationException($"The start {job.Id} of {order.DefinitionId} was refused: {result.Refusal.Key}.");
    }
}
