namespace TalentPortal.Core.PublicNotices.Objections;

/// <summary>An objection as its own case is opened with it.</summary>
/// <param name="Id">Its key, and its case's.</param>
/// <param name="FromCaseId">The case that it stops.</param>
/// <param name="FromNumber">That case's number.</param>
/// <param name="DistrictId">That case's district.</param>
/// <param name="Subject">Whom it is about, as published.</param>
/// <param name="Notice">The notice's title.</param>
/// <param name="RaisedOn">The day that counts.</param>
/// <param name="Content">What is wrong.</param>
/// <param name="IsRecorded">Whether an officer recorded it for somebody without an account.</param>
public sealed record RaisedObjection(
    Guid Id, Guid FromCaseId, string FromNumber, short DistrictId, string Subject, string Notice, DateOnly RaisedOn,
    string Content, bool IsRecorded);
