using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Orchestration;

/// <summary>A workflow instance as stored: the engine's state as it wrote it, and what queries need beside it.</summary>
public sealed record WorkflowInstanceRow
{
    /// <summary>The engine's id of the instance.</summary>
    public required string Id { get; init; }

    /// <summary>The case; every instance belongs to exactly one.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The instance that started it.</summary>
    public string? ParentId { get; init; }

    /// <summary>The case that dispatched it; null when it was started in its own case.</summary>
    public Guid? DispatchedFrom { get; init; }

    /// <summary>Whether that case waits for its end.</summary>
    public bool Awaited { get; init; }

    /// <summary>How many dispatches led to it.</summary>
    public int Depth { get; init; }

    /// <summary>The definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Its version, pinned at the start.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary><c>Running</c> or <c>Finished</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Elsa's sub-status; a faulted instance stays Running, so that it can be retried.</summary>
    public required string SubStatus { get; init; }

    /// <summary>The state, as the engine serialised it.</summary>
    public required string State { get; init; }

    /// <summary>Counts changes: an update that does not hit it means a bug.</summary>
    public int Revision { get; init; }

    /// <summary>When it started, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last moved, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    internal static SpineTable<WorkflowInstanceRow> Table { get; } =
        new("workflow_instances", 30, new SpineTableOptions
        {
            Json = [nameof(State)],
            Revision = nameof(Revision),
            LoadFilter = " and status = 'Running'",
            LoadOrder = "created_at, id",
        });
}
