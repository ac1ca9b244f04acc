namespace TalentPortal.Core.PublicNotices;

/// <summary>A notice on the board.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">Village or district.</param>
/// <param name="Title">Title.</param>
/// <param name="PublisherZh">The publisher's Chinese name.</param>
/// <param name="PublisherEn">The publisher's English name.</param>
/// <param name="StartsOn">Day of publication.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="IsRunning">Whether objections still count today.</param>
/// <param name="IsOpen">Whether an entry still waits, so that a letter of the period can still be recorded.</param>
public sealed record NoticeRow(
    Guid Id, NoticeKind Kind, string Title, string PublisherZh, string PublisherEn, DateOnly StartsOn, DateOnly EndsOn, bool IsRunning,
    bool IsOpen);

/// <summary>A page of the board.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record NoticePage(IReadOnlyList<NoticeRow> Rows, string? Next);

/// <summary>A notice as the public sees it.</summary>
/// <param name="Row">Its line on the board.</param>
/// <param name="Body">Text.</param>
/// <param name="Provisional">Whether its last day may still move.</param>
/// <param name="Digest">SHA-256 of what was published, hexadecimal.</param>
/// <param name="Entries">Who is on it.</param>
public sealed record NoticeView(NoticeRow Row, string Body, bool Provisional, string Digest, IReadOnlyList<NoticeEntryView> Entries);

/// <summary>An entry as the public sees it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">The name; masked once the page has been up long enough.</param>
/// <param name="Facts">What is said besides.</param>
/// <param name="IsOpen">Whether it still waits.</param>
public sealed record NoticeEntryView(Guid Id, string Name, NoticeFacts Facts, bool IsOpen);
