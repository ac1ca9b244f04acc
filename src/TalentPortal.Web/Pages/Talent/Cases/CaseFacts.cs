using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Web.Presentation.Forms;

namespace TalentPortal.Web.Pages.Talent.Cases;

/// <summary>All rows of a case that its author's pages show.</summary>
/// <param name="Own">The application.</param>
/// <param name="Promise">The clock of the promised time; null before acceptance.</param>
/// <param name="Steps">Review steps, the oldest first.</param>
/// <param name="Decisions">Decisions, the oldest first.</param>
/// <param name="Open">The supplement that waits for the author; null when none does.</param>
/// <param name="Events">What happened, the oldest first.</param>
public sealed record CaseFacts(
    OwnApplication Own,
    CaseDeadline? Promise,
    IReadOnlyList<ReviewStep> Steps,
    IReadOnlyList<Decision> Decisions,
    Supplement? Open,
    IReadOnlyList<OperationEvent> Events)
{
    /// <summary>The notices that the case was or is on, newest first.</summary>
    public IReadOnlyList<CaseNotice> Notices { get; init; } = [];

    /// <summary>The score of the last panel with its trace; null where none sat, or while the case is open.</summary>
    public RecognitionScore? Score { get; init; }

    /// <summary>Whom the author can urge; null where no office has to act now.</summary>
    public UrgeView? Urge { get; init; }

    /// <summary>The objection that stops the case, the last to be decided; null when none does.</summary>
    public CaseObjection? Stopping => Notices is [{ Status: NoticeEntryStatus.Frozen } notice, ..]
        ? notice.Objections.Where(objection => objection.Status is ObjectionStatus.Open).MaxBy(objection => objection.DueOn) : null;
}
