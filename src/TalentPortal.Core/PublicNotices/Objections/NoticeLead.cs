using TalentPortal.Core.Cases;

namespace TalentPortal.Core.PublicNotices.Objections;

/// <summary>
/// What somebody said about an entry without a name. It is registered for the talent office: it freezes nothing and is not answered.
/// </summary>
public sealed record NoticeLead
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case it is about.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The entry.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>What was said; at most 2,000 characters.</summary>
    public required string Content { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    internal static SpineTable<NoticeLead> Table { get; } = new(
        "notice_leads", 59, new SpineTableOptions { Audited = true, Loaded = false });
}
