using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Reviews;
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
    IReadOnlyList<OperationEvent> Events);
