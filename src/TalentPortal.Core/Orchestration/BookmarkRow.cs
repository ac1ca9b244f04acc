using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Orchestration;

/// <summary>A wait. The row is its only truth: it exists exactly as long as the wait does.</summary>
public sealed record BookmarkRow
{
    /// <summary>The engine's id.</summary>
    public required string Id { get; init; }

    /// <summary>The instance that waits.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The activity that waits.</summary>
    public required string ActivityId { get; init; }

    /// <summary>What it waits for, for example <c>Elsa.Delay</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What tells it from others of that name, for example an event's name.</summary>
    public string? Key { get; init; }

    /// <summary>What the activity put there.</summary>
    public string? Payload { get; init; }

    /// <summary>When the portal resumes it by itself, UTC; null when somebody else does.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Since when it waits, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    internal static SpineTable<BookmarkRow> Table { get; } = new(
        "bookmarks", 32, new SpineTableOptions { Json = [nameof(Payload)], LoadOrder = "created_at, id" });
}
