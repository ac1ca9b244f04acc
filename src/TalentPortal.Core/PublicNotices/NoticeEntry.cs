using TalentPortal.Core.Cases;

namespace TalentPortal.Core.PublicNotices;

/// <summary>The state of an entry.</summary>
public enum NoticeEntryStatus
{
    /// <summary>On notice.</summary>
    Running,

    /// <summary>An objection is being looked into: nothing follows until it is decided.</summary>
    Frozen,

    /// <summary>The period is over and nothing stands against it.</summary>
    Cleared,

    /// <summary>An objection was upheld.</summary>
    Upheld,

    /// <summary>Taken off, because the case ended or went back.</summary>
    Cancelled,
}

/// <summary>One case in a notice; an objection freezes this entry alone.</summary>
public sealed record NoticeEntry
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The notice.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The workflow's wait.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>Whom it is about.</summary>
    public required string SubjectName { get; init; }

    /// <summary>What is published besides the name, as JSON (<see cref="NoticeFacts"/>).</summary>
    public required string Facts { get; init; }

    /// <summary>Its state.</summary>
    public NoticeEntryStatus Status { get; init; } = NoticeEntryStatus.Running;

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    internal static SpineTable<NoticeEntry> Table { get; } =
        new("notice_entries", 56, new SpineTableOptions { Jsonb = [nameof(Facts)], Audited = true, LoadOrder = "id" });

    /// <summary>Whether it still waits.</summary>
    public bool IsOpen => Status is NoticeEntryStatus.Running or NoticeEntryStatus.Frozen;
}
