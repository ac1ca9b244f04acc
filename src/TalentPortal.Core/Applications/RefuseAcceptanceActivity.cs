using TalentPortal.Core.Cases;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Applications;

/// <summary><c>Portal.RefuseAcceptance</c>: closes the application: not accepted for review.</summary>
public sealed class RefuseAcceptanceActivity(CaseClocks clocks, LastReasonOf lastReason) : EndingActivity(clocks)
{
    /// <inheritdoc />
    public override string TypeName => "Portal.RefuseAcceptance";

    private protected override ApplicationStatus End => ApplicationStatus.NotAccepted;

    private protected override string? Reason(CaseWork work) => lastReason(work);

    private protected override ValueTask<string> TemplateAsync(Application application, CancellationToken ct) =>
        ValueTask.FromResult(MessageTemplates.ApplicationNotAccepted);
}
