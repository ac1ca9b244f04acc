using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Execution;

/// <summary>
/// A workflow that an activity wants started apart from its own: the host does it in a transaction of its own, under the id given here,
/// and resumes the parent's bookmark (found by that id as its key) with <see cref="ToInput"/> when it has ended.
/// </summary>
public sealed record DispatchedWorkflow
{
    /// <summary>Name of the bookmark of a parent that waits; its key is the id of the instance.</summary>
    public const string BookmarkName = "Elsa.DispatchWorkflow";

    internal const string OutputInput = "output";

    /// <summary>Id that the new instance is to have.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Instance that asked for it.</summary>
    public required string ParentInstanceId { get; init; }

    /// <summary>Definition to run.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Its version: the newest published one when it was asked for.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>Inputs by name, the parent's id among them.</summary>
    public required JsonObject Input { get; init; }

    /// <summary>Correlation id, or null.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>True when the parent waits for its end.</summary>
    public required bool IsAwaited { get; init; }

    /// <summary>The resume input of a parent whose child has ended, well or not.</summary>
    public static JsonObject ToInput(WorkflowInstance child)
    {
        ArgumentNullException.ThrowIfNull(child);
        return new JsonObject
        {
            ["workflowInstanceId"] = child.Id,
            ["status"] = child.Status.ToString(),
            ["subStatus"] = child.SubStatus.ToString(),
            [OutputInput] = State.StateJson.ToObject(child.Output),
        };
    }
}
