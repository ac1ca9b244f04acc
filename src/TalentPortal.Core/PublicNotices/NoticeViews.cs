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
public sealed record NoticeRow(
    Guid Id, NoticeKind Kind, string Title, string PublisherZh, string PublisherEn, DateOnly StartsOn, DateOnly EndsOn, bool IsRunning);

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

/// <summary>An objection as its objector sees it.</summary>
/// <param name="RaisedOn">When.</param>
/// <param name="Content">What was said.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Finding">What was found; null while it is open.</param>
public sealed record OwnObjection(DateOnly RaisedOn, string Content, ObjectionStatus Status, string? Finding);

/// <summary>An objection as the talent office sees it.</summary>
/// <param name="Id">Key.</param>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNumber">Its number.</param>
/// <param name="SubjectName">Whom it is about.</param>
/// <param name="NoticeId">The notice.</param>
/// <param name="NoticeEndsOn">Its last day.</param>
/// <param name="RaisedOn">When it arrived.</param>
/// <param name="DueOn">By when it is to be decided.</param>
/// <param name="RaisedByName">Who objects; null when it came another way.</param>
/// <param name="Content">What was said.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Finding">What was found; null while it is open.</param>
public sealed record ObjectionRow(Guid Id, Guid CaseId, string CaseNumber, string SubjectName, Guid NoticeId, DateOnly NoticeEndsOn,
    DateOnly RaisedOn, DateOnly DueOn, string? RaisedByName, string Content, ObjectionStatus Status, string? Finding);
