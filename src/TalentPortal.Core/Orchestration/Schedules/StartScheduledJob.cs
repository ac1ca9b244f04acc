using System.Globalization;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.Orchestration.Schedules;

/// <summary>
/// Opens a case for a workflow whose moment has come, and starts it there. Nobody applied: the case has a number and no applicant.
/// </summary>
/// <param name="cases">Opens the case.</param>
/// <param name="orchestrator">Starts the workflow.</param>
public sealed class StartScheduledJob(WorkflowCases cases, Orchestrator orchestrator) : IJobHandler
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
        await cases.OpenAsync(job, "ScheduledWorkflowStarting", await cases.NumberAsync(ItemCode, ct), districtId: null,
            async (work, token) =>
        {
            work.Record("WorkflowStartedByClock", ("definition", order.DefinitionId), ("version", order.Version),
                ("activity", order.ActivityId),
                ("due", order.DueAt.ToString("O", CultureInfo.InvariantCulture)));
            await orchestrator.StartByClockAsync(work, order.DefinitionId, order.Version, order.ActivityId, token);
        }, ct);
    }
}
