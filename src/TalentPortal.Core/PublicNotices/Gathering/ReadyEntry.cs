using TalentPortal.Core.Cases;

namespace TalentPortal.Core.PublicNotices.Gathering;

/// <summary>The state of a case that waits to be published.</summary>
public enum ReadyEntryStatus
{
    /// <summary>It waits for an officer.</summary>
    Ready,

    /// <summary>It is in a notice.</summary>
    Gathered,

    /// <summary>The case ended or went back.</summary>
    Cancelled,
}

/// <summary>A case that waits to be published with others, with what will be said about it.</summary>
public sealed record ReadyEntry
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The workflow's wait; the entry of the notice takes it over.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>Village or district.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>Who will publish it.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The step of the guide: its days are the period's.</summary>
    public required string Step { get; init; }

    /// <summary>What will be published besides the name, as JSON (<see cref="NoticeFacts"/>).</summary>
    public required string Facts { get; init; }

    /// <summary>Its state.</summary>
    public ReadyEntryStatus Status { get; init; } = ReadyEntryStatus.Ready;

    /// <summary>The notice that took it; null before.</summary>
    public Guid? NoticeId { get; init; }

    /// <summary>Since when it waits, UTC.</summary>
    public required DateTimeOffset ReadyAt { get; init; }

    /// <summary>When it stopped waiting, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    internal static SpineTable<ReadyEntry> Table { get; } = new(
        "ready_entries", 55, new SpineTableOptions { Jsonb = [nameof(Facts)], Audited = true, LoadOrder = "ready_at, id" });
}
