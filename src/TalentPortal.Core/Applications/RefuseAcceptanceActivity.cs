using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Applications;

/// <summary>
/// <c>Portal.RefuseAcceptance</c>: closes the application: not accepted for review. One that was accepted before, and came back to this
/// step, is refused: acceptance can't be undone.
/// </summary>
public sealed class RefuseAcceptanceActivity(
    CaseClocks clocks, ServiceItems items, DecidingBodies bodies, DecidingUnitOf decidingUnit, LastReasonOf lastReason)
    : RefuseActivity(clocks, items, bodies, decidingUnit, lastReason)
{
    /// <inheritdoc />
    public override string TypeName => "Portal.RefuseAcceptance";

    private protected override ApplicationStatus EndOf(Application application) =>
        application.Status is ApplicationStatus.InReview ? base.EndOf(application) : ApplicationStatus.NotAccepted;

    private protected override ValueTask<string> TemplateAsync(CaseWork work, Application ended, CancellationToken ct) =>
        ended.Status is ApplicationStatus.NotAccepted
            ? ValueTask.FromResult(MessageTemplates.ApplicationNotAccepted)
            : base.TemplateAsync(work, ended, ct);
}
