using TalentPortal.Core.Cases;

namespace TalentPortal.Core.PublicNotices;

/// <summary>Where a notice is put up.</summary>
public enum NoticeKind
{
    /// <summary>In the village, before an application is accepted.</summary>
    Village,

    /// <summary>By the district, before a result stands.</summary>
    District,
}

/// <summary>
/// A published intention with a period in which anybody may object. It holds no personal value: those are in its entries.
/// </summary>
public sealed record PublicNotice
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The district.</summary>
    public required short DistrictId { get; init; }

    /// <summary>Village or district.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>Who publishes it.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Title; at most 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Text as published.</summary>
    public required string Body { get; init; }

    /// <summary>SHA-256 over what was published: title, text, period and entries.</summary>
    public required byte[] ContentDigest { get; init; }

    /// <summary>Length in working days; 1 to 60.</summary>
    public required int WorkingDays { get; init; }

    /// <summary>The day of publication, which is day 0.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The last day on which objections count.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Whether the last day lies beyond the known calendar.</summary>
    public required bool Provisional { get; init; }

    /// <summary>When it was published, UTC; null while its entries are being gathered: nobody sees it then.</summary>
    public required DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When its last entry was closed, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    internal static SpineTable<PublicNotice> Table { get; } = new("public_notices", 54, new SpineTableOptions { Loaded = false });
}
