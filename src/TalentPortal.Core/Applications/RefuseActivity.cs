using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Applications;

/// <summary><c>Portal.Refuse</c>: closes the application: not granted. The message names the appeal that the deciding body allows.</summary>
public sealed class RefuseActivity(CaseClocks clocks, ServiceItems items, LastReasonOf lastReason) : EndingActivity(clocks)
{
    /// <inheritdoc />
    public override string TypeName => "Portal.Refuse";

    private protected override ApplicationStatus End => ApplicationStatus.Refused;

    private protected override string? Reason(CaseWork work) => lastReason(work);

    private protected override async ValueTask<string> TemplateAsync(Application application, CancellationToken ct)
    {
        var version = await items.VersionAsync(application.ServiceItemVersionId, ct);
        return version.Item.DecidingBody is DecidingBodyKind.Government
            ? MessageTemplates.DecisionRefusedByGovernment
            : MessageTemplates.DecisionRefusedByParty;
    }
}
