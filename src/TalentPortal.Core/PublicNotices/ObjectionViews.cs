using TalentPortal.Core.Calendar;

namespace TalentPortal.Core.PublicNotices;

/// <summary>An objection as its objector sees it.</summary>
/// <param name="EntryId">Against which entry.</param>
/// <param name="RaisedOn">When.</param>
/// <param name="Content">What was said.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Finding">What was found; null while it is open, or where nothing was.</param>
/// <param name="Number">The number of its own case; null in the moment before that is opened.</param>
public sealed record OwnObjection(Guid EntryId, DateOnly RaisedOn, string Content, ObjectionStatus Status, string? Finding, string? Number);

/// <summary>Where an objection's case waits.</summary>
/// <param name="Id">The task.</param>
/// <param name="Step">The step's code.</param>
/// <param name="OrganisationId">The unit before which it lies.</param>
/// <param name="UnitZh">Its Chinese name.</param>
/// <param name="UnitEn">Its English name.</param>
public sealed record ObjectionTask(Guid Id, string Step, Guid OrganisationId, string UnitZh, string UnitEn);

/// <summary>A notice that a case is or was on, as the applicant sees it.</summary>
/// <param name="Id">The notice.</param>
/// <param name="Title">Its title.</param>
/// <param name="StartsOn">Day of publication.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="Status">Where the case's entry stands.</param>
/// <param name="Objections">What was objected, the oldest first.</param>
public sealed record CaseNotice(
    Guid Id, string Title, DateOnly StartsOn, DateOnly EndsOn, NoticeEntryStatus Status, IReadOnlyList<CaseObjection> Objections);

/// <summary>An objection as the person sees it whom it is about: neither by whom nor in which words.</summary>
/// <param name="RaisedOn">When it arrived.</param>
/// <param name="DueOn">By when it is to be decided.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Finding">What was found; null while it is open.</param>
public sealed record CaseObjection(DateOnly RaisedOn, DateOnly DueOn, ObjectionStatus Status, string? Finding);

/// <summary>An objection as the talent office sees it.</summary>
public sealed record ObjectionRow
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Its number.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>Whom it is about.</summary>
    public required string SubjectName { get; init; }

    /// <summary>The notice.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>The notice's last day.</summary>
    public required DateOnly NoticeEndsOn { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateOnly RaisedOn { get; init; }

    /// <summary>How the time to decide it stands.</summary>
    public required Deadline Clock { get; init; }

    /// <summary>Who objects; null when it came another way.</summary>
    public string? RaisedByName { get; init; }

    /// <summary>What was said.</summary>
    public required string Content { get; init; }

    /// <summary>Where it stands.</summary>
    public required ObjectionStatus Status { get; init; }

    /// <summary>What was found; null while it is open.</summary>
    public string? Finding { get; init; }

    /// <summary>When it was decided; null while it is open.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>The number of its own case; null in the moment before that is opened.</summary>
    public string? OwnNumber { get; init; }

    /// <summary>Where its case waits; null where it does not.</summary>
    public ObjectionTask? Waiting { get; init; }
}
