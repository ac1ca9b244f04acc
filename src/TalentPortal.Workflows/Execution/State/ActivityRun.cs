using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution.Bursts;

namespace TalentPortal.Workflows.Execution.State;

/// <summary>One run of an activity within an instance, from being queued to its end.</summary>
internal sealed class ActivityRun(int id, ActivityNode node, WorkflowDefinition definition, ActivityRun? owner)
{
    public int Id { get; } = id;

    public ActivityNode Node { get; } = node;

    /// <summary>The definition the node belongs to.</summary>
    public WorkflowDefinition Definition { get; } = definition;

    public ActivityRun? Owner { get; } = owner;

    public List<ActivityRun> Children { get; } = [];

    public List<VariableSlot> Variables { get; } = [];

    public RunStatus Status { get; set; } = RunStatus.Pending;

    /// <summary>The definition that runs inside: set on the workflow itself and on workflow-as-activity.</summary>
    public WorkflowDefinition? Inner { get; set; }

    public string? Tag { get; init; }

    public bool EnteredBackward { get; init; }

    public FlowState? Flow { get; set; }

    public Dictionary<string, JsonNode?>? KeptInputs { get; set; }

    /// <summary>Inputs as the present burst evaluated them; not stored, so that they are evaluated anew after a wait.</summary>
    public BurstInputs? BurstInputs { get; set; }

    public Dictionary<string, JsonNode?> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>The variables that its definition declares for it.</summary>
    public IReadOnlyList<VariableDefinition> DeclaredVariables => Inner is { } inner ? inner.Scope.Variables : Node.Variables;

    public bool IsLive => Status != RunStatus.Ended;

    public bool HasEndedOwner
    {
        get
        {
            for (var around = Owner; around is not null; around = around.Owner)
            {
                if (!around.IsLive) return true;
            }

            return false;
        }
    }

    /// <summary>False for the variables of a loop or a call, and for those that a script made.</summary>
    public bool Declares(VariableSlot slot) => DeclaredVariables.Any(variable => ReferenceEquals(variable, slot.Definition));

    /// <summary>This run and those around it, from inner to outer.</summary>
    public IEnumerable<ActivityRun> Outward()
    {
        for (var run = this; run is not null; run = run.Owner) yield return run;
    }
}
