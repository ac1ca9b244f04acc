using TalentPortal.Core.Cases;
using TalentPortal.Core.Orchestration;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>An earlier step to which a case can be returned.</summary>
/// <param name="ActivityId">The activity of the definition.</param>
/// <param name="Code">The step's code.</param>
/// <param name="Role">The role that acted.</param>
/// <param name="Outcome">What it came to.</param>
public sealed record EarlierStep(string ActivityId, string Code, string Role, string? Outcome);

/// <summary>The steps that a case has behind it and may be returned to, as its running version of the definition allows.</summary>
public sealed class EarlierSteps(WorkflowDefinitions definitions)
{
    /// <summary>The steps before one, each activity once with its last outcome, in the order in which they were first opened.</summary>
    /// <param name="steps">The case's steps.</param>
    /// <param name="instances">The case's workflow instances.</param>
    /// <param name="current">The open step.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<EarlierStep>> BeforeAsync(
        IEnumerable<ReviewStep> steps, IEnumerable<WorkflowInstanceRow> instances, ReviewStep current, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(current);
        if (await DefinitionAsync(instances, current.InstanceId, ct) is not { } definition) return [];
        return [.. steps.Where(step => step.InstanceId == current.InstanceId && step.Status is ReviewStepStatus.Closed
                && step.ActivityId != current.ActivityId && definition.Find(step.ActivityId) is { CanMoveTo: true })
            .GroupBy(step => step.ActivityId)
            .OrderBy(runs => runs.Min(step => step.OpenedAt))
            .Select(runs => runs.MaxBy(step => step.OpenedAt)!)
            .Select(last => new EarlierStep(last.ActivityId, last.Code, last.Role, last.Outcome))];
    }

    /// <summary>Whether the running version can be moved to an activity.</summary>
    public async Task<bool> CanMoveToAsync(CaseWork work, string instanceId, string activityId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return (await DefinitionAsync(work.Rows<WorkflowInstanceRow>(), instanceId, ct))?.Find(activityId) is { CanMoveTo: true };
    }

    private async Task<WorkflowDefinition?> DefinitionAsync(
        IEnumerable<WorkflowInstanceRow> instances, string instanceId, CancellationToken ct) =>
        instances.FirstOrDefault(row => row.Id == instanceId) is { } instance
            ? await definitions.FindAsync(instance.DefinitionId, instance.DefinitionVersion, ct) : null;
}
