using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Applications;

/// <summary>
/// <c>Portal.Refuse</c>: closes the application: not granted. The message names the appeal that the deciding body allows.
/// </summary>
public class RefuseActivity(
    CaseClocks clocks, ServiceItems items, DecidingBodies bodies, DecidingUnitOf decidingUnit, LastReasonOf lastReason) : EndingActivity(clocks)
{
    /// <inheritdoc />
    public override string TypeName => "Portal.Refuse";

    private protected override ApplicationStatus EndOf(Application application) => ApplicationStatus.Refused;

    private protected override string? Reason(CaseWork work) => lastReason(work);

    private protected override async ValueTask<string> TemplateAsync(CaseWork work, Application ended, CancellationToken ct)
    {
        var version = await items.VersionAsync(ended.ServiceItemVersionId, ct);
        return await bodies.KindAsync(version.Item, decidingUnit(work), ct) is DecidingBodyKind.Government
            ? MessageTemplates.DecisionRefusedByGovernment
            : MessageTemplates.DecisionRefusedByParty;
    }
}
