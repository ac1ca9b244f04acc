using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Core.Orchestration.Schedules;

/// <summary>A trigger by which the clock starts a workflow, as it is planned.</summary>
/// <param name="DefinitionId">The definition.</param>
/// <param name="ActivityId">The trigger.</param>
/// <param name="Version">The version that starts.</param>
/// <param name="Rule">The interval, cron expression or moment as written.</param>
/// <param name="NextAt">When it starts next, UTC; null when no moment follows.</param>
public sealed record WorkflowSchedule(string DefinitionId, string ActivityId, int Version, string Rule, DateTimeOffset? NextAt)
{
    /// <summary>A trigger that goes on where it was when its rule is the same, and is counted from now otherwise.</summary>
    public static WorkflowSchedule Of(WorkflowDefinition definition, ClockTrigger trigger, WorkflowSchedule? before, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(trigger);
        return new WorkflowSchedule(definition.DefinitionId, trigger.Node.Id, definition.Version, trigger.Rule,
            before?.Rule == trigger.Rule ? before.NextAt : trigger.FirstAfter(now));
    }
}
