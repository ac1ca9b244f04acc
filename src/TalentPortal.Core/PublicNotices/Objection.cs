using TalentPortal.Core.Cases;

namespace TalentPortal.Core.PublicNotices;

/// <summary>The state of an objection.</summary>
public enum ObjectionStatus
{
    /// <summary>Being looked into.</summary>
    Open,

    /// <summary>Right: the case is turned down.</summary>
    Upheld,

    /// <summary>Not right: the entry goes on.</summary>
    Rejected,

    /// <summary>Not looked into: too vague, or nothing that could be objected to.</summary>
    Inadmissible,

    /// <summary>Ended without a finding: taken back, or its entry is gone.</summary>
    Dropped,
}

/// <summary>
/// A protest against an entry within its notice's period. It freezes the entry; it is looked into in a case that shares its key.
/// </summary>
public sealed record Objection
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case that it stops.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The entry.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>Who raised it under an own account; null when an officer recorded a letter or a visit.</summary>
    public Guid? RaisedBy { get; init; }

    /// <summary>The local day that counts: when it arrived.</summary>
    public required DateOnly RaisedOn { get; init; }

    /// <summary>What is wrong, in the objector's words; at most 4,000 characters.</summary>
    public required string Content { get; init; }

    /// <summary>Its state.</summary>
    public ObjectionStatus Status { get; init; } = ObjectionStatus.Open;

    /// <summary>What the talent office found; told to both sides.</summary>
    public string? Finding { get; init; }

    /// <summary>Who decided.</summary>
    public Guid? DecidedBy { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    internal static SpineTable<Objection> Table { get; } = new(
        "objections", 58, new SpineTableOptions { Audited = true, LoadOrder = "recorded_at, id" });
}
