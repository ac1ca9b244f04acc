using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Definitions;

/// <summary>One version of a workflow. Immutable, parsed once, shared between threads.</summary>
public sealed class WorkflowDefinition
{
    private readonly FrozenDictionary<string, ActivityNode> _byId;

    internal WorkflowDefinition(ActivityNode scope, JsonObject source)
    {
        Scope = scope;
        Source = source;
        Activities = [.. scope.Flatten().Skip(1)];
        _byId = Activities.ToFrozenDictionary(node => node.Id, StringComparer.Ordinal);
    }

    /// <summary>Id of this version.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>Id that stays the same over versions.</summary>
    public string DefinitionId { get; internal init; } = "";

    /// <summary>Number of this version, from 1.</summary>
    public int Version { get; internal init; }

    /// <summary>Name for people.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>Longer text for people, or null.</summary>
    public string? Description { get; internal init; }

    /// <summary>True when new instances may start from it.</summary>
    public bool IsPublished { get; internal init; }

    /// <summary>True when it is the newest version.</summary>
    public bool IsLatest { get; internal init; }

    /// <summary>Name of the file it was read from.</summary>
    public string FileName { get; internal init; } = "";

    /// <summary>Options the runtime reads.</summary>
    public WorkflowOptions Options { get; internal init; } = new(IncidentStrategy.Fault, UsableAsActivity: false);

    /// <summary>Variables of the whole workflow.</summary>
    public IReadOnlyList<VariableDefinition> Variables => Scope.Variables;

    /// <summary>Declared inputs.</summary>
    public IReadOnlyList<ArgumentDefinition> Inputs { get; internal init; } = [];

    /// <summary>Declared outputs.</summary>
    public IReadOnlyList<ArgumentDefinition> Outputs { get; internal init; } = [];

    /// <summary>Outcomes offered when used as an activity.</summary>
    public IReadOnlyList<string> Outcomes { get; internal init; } = [];

    /// <summary>The activity that the workflow runs.</summary>
    public ActivityNode Root => Scope.Children[0].Node;

    /// <summary>Every activity, outer before inner, in the order of the file.</summary>
    public IReadOnlyList<ActivityNode> Activities { get; }

    /// <summary>The JSON it was read from, unknown properties included. Not to be changed.</summary>
    public JsonObject Source { get; }

    /// <summary>The activity that stands for the workflow itself and owns its variables.</summary>
    internal ActivityNode Scope { get; }

    /// <summary>Finds an activity by id, or null.</summary>
    public ActivityNode? Find(string activityId) => _byId.GetValueOrDefault(activityId);

    /// <inheritdoc />
    public override string ToString() => $"{DefinitionId} v{Version}";
}
