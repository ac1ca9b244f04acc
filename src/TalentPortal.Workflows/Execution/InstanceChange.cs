using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Execution;

/// <summary>An instance that a burst touched, as it is to be stored.</summary>
public sealed record InstanceChange
{
    /// <summary>Id of the instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>True when this burst created it.</summary>
    public required bool IsNew { get; init; }

    /// <summary>Instance that started it, or null.</summary>
    public required string? ParentInstanceId { get; init; }

    /// <summary>Definition it runs.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Version it runs, pinned.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>Id of that version.</summary>
    public required string DefinitionVersionId { get; init; }

    /// <summary>Whether it lives.</summary>
    public required WorkflowStatus Status { get; init; }

    /// <summary>What it is doing.</summary>
    public required WorkflowSubStatus SubStatus { get; init; }

    /// <summary>Name given by the workflow, or null.</summary>
    public required string? Name { get; init; }

    /// <summary>Correlation id, or null.</summary>
    public required string? CorrelationId { get; init; }

    /// <summary>Outputs by name.</summary>
    public required JsonObject Output { get; init; }

    /// <summary>State to store and to load again; compact JSON.</summary>
    public required string State { get; init; }
}
