using System.Text.Json.Nodes;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Orchestration.Dispatches;

/// <summary>
/// What a burst leaves to other cases, as jobs of the same transaction. The id of a dispatched instance is also that of its case, of the
/// job that starts it and of the operation that does.
/// </summary>
internal static class DispatchJobs
{
    /// <summary>Plans the start of what a burst dispatched and the end of what it recalled.</summary>
    public static void Plan(CaseWork work, Burst burst)
    {
        foreach (var dispatched in burst.Dispatched) Start(work, dispatched);
        foreach (var recalled in burst.Recalled)
            work.Rows<Job>().Add(Job.Of(RecallDispatchedJob.Kind, work.Now, caseId: work.CaseId, payload: Payload(recalled)));
    }

    /// <summary>Plans the report to the parent when a dispatched instance that is waited for has ended, faulted or recovered.</summary>
    public static void Report(CaseWork work, WorkflowInstanceRow? old, WorkflowInstanceRow row)
    {
        if (row is not { DispatchedFrom: { } parent, Awaited: true }) return;
        var faulted = row.SubStatus is nameof(WorkflowSubStatus.Faulted);
        if (row.Status is nameof(WorkflowStatus.Finished) || faulted != old?.SubStatus is nameof(WorkflowSubStatus.Faulted))
            work.Rows<Job>().Add(Job.Of(ReportChildJob.Kind, work.Now, caseId: parent, payload: Payload(row.Id)));
    }

    /// <summary>The payload that names one instance.</summary>
    public static string Payload(string instanceId) => new JsonObject { ["instance"] = instanceId }.ToJsonString();

    /// <summary>The instance that a job names.</summary>
    public static string InstanceOf(Job job) => JsonNode.Parse(job.Payload)!["instance"]!.GetValue<string>();

    private static void Start(CaseWork work, DispatchedWorkflow dispatched)
    {
        var order = new DispatchOrder
        {
            FromCaseId = work.CaseId,
            DistrictId = work.Case.DistrictId,
            FromNumber = work.Case.Number,
            DefinitionId = dispatched.DefinitionId,
            DefinitionVersion = dispatched.DefinitionVersion,
            Input = dispatched.Input,
            CorrelationId = dispatched.CorrelationId,
            Awaited = dispatched.IsAwaited,
            Depth = work.Rows<WorkflowInstanceRow>().First(row => row.Id == dispatched.ParentInstanceId).Depth + 1,
        };
        work.Rows<Job>().Add(Job.Of(StartDispatchedJob.Kind, work.Now, caseId: work.CaseId, payload: order.ToJson()) with
        {
            Id = Guid.ParseExact(dispatched.InstanceId, "N"),
        });
        work.Record("WorkflowDispatching", ("instance", dispatched.InstanceId), ("definition", dispatched.DefinitionId));
    }
}
