using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Execution;

/// <summary>What an activity waits for.</summary>
public sealed record Bookmark
{
    /// <summary>Id, unique over all instances.</summary>
    public required string Id { get; init; }

    /// <summary>Instance that waits.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Activity that waits.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Type of that activity.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Run of the activity within the instance.</summary>
    public required int RunId { get; init; }

    /// <summary>What kind of wait: the activity type unless the activity says otherwise.</summary>
    public required string Name { get; init; }

    /// <summary>Data of the wait, such as event name or task id. Not to be changed.</summary>
    public JsonNode? Payload { get; init; }

    /// <summary>When it is due by itself, UTC; null when only somebody can resume it.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Key to find it by, chosen by the activity (a task id, an event name), or null.</summary>
    public string? Key { get; init; }
}
