namespace TalentPortal.Core.PublicNotices.Objections;

/// <summary>A lead as the talent office reads it.</summary>
/// <param name="CaseId">The case it is about.</param>
/// <param name="CaseNumber">That case's number.</param>
/// <param name="SubjectName">Whom it is about.</param>
/// <param name="NoticeId">The notice.</param>
/// <param name="NoticeTitle">Its title.</param>
/// <param name="Content">What was said.</param>
/// <param name="ReceivedOn">When.</param>
public sealed record LeadRow(
    Guid CaseId, string CaseNumber, string SubjectName, Guid NoticeId, string NoticeTitle, string Content, DateOnly ReceivedOn);
