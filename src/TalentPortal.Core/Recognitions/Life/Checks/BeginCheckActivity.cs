using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Orchestration;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Recognitions.Life.Checks;

/// <summary>
/// <c>Portal.BeginAnnualCheck</c>: puts down which recognition the check is about, by the certificate's number in the form.
/// </summary>
public sealed class BeginCheckActivity(ServiceItems items, RecognitionStanding standing, PortalTimeZone zone) : Activity
{
    /// <inheritdoc />
    public override string TypeName => "Portal.BeginAnnualCheck";

    /// <inheritdoc />
    public override async ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        var application = work.Rows<Application>().Single();
        var item = (await items.VersionAsync(application.ServiceItemVersionId, context.Cancellation)).Item;
        var held = await standing.HeldAsync(work, application, RecognitionStanding.NumberIn(item, application), context.Cancellation)
            ?? throw new InvalidOperationException("A check was handed in, and its subject holds no such recognition.");
        work.Rows<RecognitionMatter>().Add(new RecognitionMatter
        {
            CaseId = work.CaseId,
            RecognitionId = held.Id,
            Kind = RecognitionMatterKind.AnnualCheck,
            Year = zone.DateOf(work.Now).Year,
        });
        work.Record("AnnualCheckBegun", ("recognition", held.Id));
    }
}
