using System.Collections.ObjectModel;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Orchestration.Traces;

/// <summary>An instance: what it runs, and the path it took so far.</summary>
/// <param name="Instance">The stored instance.</param>
/// <param name="Definition">The version it is pinned to.</param>
/// <param name="Activities">What it did, by activity; those never begun are missing.</param>
public sealed record ProcessTrace(
    WorkflowInstanceRow Instance, WorkflowDefinition Definition, ReadOnlyDictionary<string, ActivityTrace> Activities)
{
    /// <summary>The instance as the engine sees it: what it waits for, what stopped it, its variables. Null when it has ended.</summary>
    public WorkflowInstance? Running { get; init; }

    /// <summary>What it did in an activity; null when it never began.</summary>
    public ActivityTrace? Of(string activityId) => Activities.GetValueOrDefault(activityId);
}
