using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Execution.Bursts;

/// <summary>An embedded activity that a step wants to run.</summary>
internal sealed record ScheduledChild(ActivityNode Node, string? Tag)
{
    public bool EnteredBackward { get; init; }

    /// <summary>Variables of its own scope, such as CurrentValue.</summary>
    public IReadOnlyList<VariableSlot> Variables { get; init; } = [];
}
