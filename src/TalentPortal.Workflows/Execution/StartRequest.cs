using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Execution;

/// <summary>How to start an instance.</summary>
/// <param name="DefinitionId">Definition to run.</param>
public sealed record StartRequest(string DefinitionId)
{
    /// <summary>Version to run; null runs the newest published one.</summary>
    public int? Version { get; init; }

    /// <summary>Id of the new instance; null makes one.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Inputs by name.</summary>
    public JsonObject? Input { get; init; }

    /// <summary>Correlation id, or null.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The trigger that started it: the flowchart begins there, and the trigger completes at once.</summary>
    public string? TriggerActivityId { get; init; }

    internal string? ParentInstanceId { get; init; }
}
