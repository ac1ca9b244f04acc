using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Recognitions.Life.Revocations;

/// <summary>
/// <c>Portal.CloseRevocation</c>: closes the case of a revocation: carried. The message names the appeal that the deciding body allows.
/// </summary>
public sealed class CloseRevocationActivity(
    CaseClocks clocks, ServiceItems items, DecidingBodies bodies, DecidingUnitOf decidingUnit, LastReasonOf lastReason) : EndingActivity(clocks)
{
    /// <inheritdoc />
    public override string TypeName => "Portal.CloseRevocation";

    private protected override ApplicationStatus EndOf(Application application) => ApplicationStatus.Approved;

    private protected override string? Reason(CaseWork work) => lastReason(work);

    private protected override async ValueTask<string> TemplateAsync(CaseWork work, Application ended, CancellationToken ct)
    {
        if (work.Rows<RecognitionMatter>().Single().Kind is RecognitionMatterKind.Return) return MessageTemplates.RecognitionReturned;
        var version = await items.VersionAsync(ended.ServiceItemVersionId, ct);
        return await bodies.KindAsync(version.Item, decidingUnit(work), ct) is DecidingBodyKind.Government
            ? MessageTemplates.RecognitionRevokedByGovernment
            : MessageTemplates.RecognitionRevokedByParty;
    }
}
