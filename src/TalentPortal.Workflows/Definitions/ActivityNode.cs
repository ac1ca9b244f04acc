using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Activities.Blocks;
using TalentPortal.Workflows.Activities.Composition;
using TalentPortal.Workflows.Activities.Flow;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Expressions;

namespace TalentPortal.Workflows.Definitions;

/// <summary>One activity of a definition. Immutable once read, shared between threads.</summary>
public sealed class ActivityNode
{
    internal ActivityNode(string id, Activity activity, JsonObject source, ActivityNode? parent)
    {
        Id = id;
        Activity = activity;
        Source = source;
        Parent = parent;
    }

    /// <summary>Id, unique in the definition.</summary>
    public string Id { get; }

    /// <summary>Name that scripts may use, or null.</summary>
    public string? Name { get; internal init; }

    /// <summary>Type as written, for instance <c>Elsa.FlowDecision</c>.</summary>
    public string TypeName { get; internal init; } = "";

    /// <summary>Text for people: the designer's display text, else the name, else the id.</summary>
    public string DisplayText { get; internal init; } = "";

    /// <summary>Longer text for people, or null.</summary>
    public string? Description { get; internal init; }

    /// <summary>Where the designer drew it, or null.</summary>
    public DesignerBox? Box { get; internal init; }

    /// <summary>True when the activity may start a workflow as a trigger.</summary>
    public bool CanStartWorkflow { get; internal init; }

    /// <summary>The behaviour behind the type.</summary>
    public Activity Activity { get; }

    /// <summary>The activity it sits in; null for the root.</summary>
    public ActivityNode? Parent { get; }

    /// <summary>The JSON it was read from, unknown properties included. Not to be changed.</summary>
    public JsonObject Source { get; }

    /// <summary>Activities inside this one.</summary>
    public IReadOnlyList<EmbeddedActivity> Children { get; internal set; } = [];

    /// <summary>Arrows between the children; empty unless this is a flowchart.</summary>
    public IReadOnlyList<ConnectionDefinition> Connections { get; internal set; } = [];

    /// <summary>Variables that live while this activity runs.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; internal set; } = [];

    /// <summary>The definition this activity runs when it is a workflow-as-activity.</summary>
    public WorkflowReference? Reference { get; internal init; }

    /// <summary>True when <c>MoveTo</c> can lead here: every activity around it is a flowchart or a sequence.</summary>
    public bool CanMoveTo
    {
        get
        {
            for (var around = Parent; around is not null; around = around.Parent)
            {
                if (around.Activity is not (Flowchart or Sequence or WorkflowScope)) return false;
            }

            return true;
        }
    }

    /// <summary>The outcomes this activity can end with; each needs a connection before publishing.</summary>
    public IReadOnlyList<string> Outcomes => Activity.GetOutcomes(this);

    internal IReadOnlyDictionary<string, InputBinding> Inputs { get; set; } = new Dictionary<string, InputBinding>();

    /// <summary>Memory ids that outputs write to, by output name.</summary>
    internal IReadOnlyDictionary<string, string> OutputTargets { get; set; } = new Dictionary<string, string>();

    /// <summary>What the activity type read from its own properties (cases, join mode, graph).</summary>
    internal object? Detail { get; set; }

    /// <summary>The value of an input that is a literal in the definition; null when unset or computed.</summary>
    /// <param name="input">Name of the input in camel case.</param>
    public JsonNode? LiteralInput(string input) =>
        Inputs.TryGetValue(input, out var binding) && binding.Expression is LiteralExpression literal ? literal.Value : null;

    /// <summary>True when the definition sets the input, by whatever expression.</summary>
    /// <param name="input">Name of the input in camel case.</param>
    public bool SetsInput(string input) => Inputs.TryGetValue(input, out var binding) && binding.Expression is not null;

    /// <inheritdoc />
    public override string ToString() => $"{TypeName} '{Id}'";

    /// <summary>The activities in one port, in order.</summary>
    /// <param name="port">Name of the port in camel case.</param>
    public IEnumerable<ActivityNode> In(string port) => Children.Where(child => child.Port == port).Select(child => child.Node);

    internal IEnumerable<ActivityNode> Flatten() => Children.SelectMany(child => child.Node.Flatten()).Prepend(this);
}
