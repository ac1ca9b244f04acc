using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Data;
using TalentPortal.Core.Files;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Standards;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation.Slips;

/// <summary>Reads what a notice says from the rows of its case. Who may see the case, the pages have asked before.</summary>
public sealed class SlipReader(
    PortalDbContext db, ServiceItems items, DecidingBodies bodies, OrganisationDirectory organisations, PortalTimeZone zone,
    DisplayFormat display,
    RevocationSlip revocation)
{
    /// <summary>The notices that a case has given cause for.</summary>
    public async Task<IReadOnlyList<SlipKind>> KindsAsync(Guid caseId, CancellationToken ct)
    {
        var kinds = new List<SlipKind>();
        if (await PromiseAsync(caseId, ct) is not null) kinds.Add(SlipKind.Acceptance);
        if (await db.Supplements.AsNoTracking().AnyAsync(row => row.CaseId == caseId, ct)) kinds.Add(SlipKind.Supplement);
        if (await db.Applications.AsNoTracking().AnyAsync(row => row.CaseId == caseId && row.Status == ApplicationStatus.NotAccepted, ct))
            kinds.Add(SlipKind.NotAccepted);
        if (await revocation.IsOwedAsync(caseId, ct)) kinds.Add(SlipKind.Revocation);
        return kinds;
    }

    /// <summary>Reads one.</summary>
    /// <returns>Null where the case gave no cause for it.</returns>
    public async Task<SlipView?> ReadAsync(Guid caseId, SlipKind kind, CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().FirstOrDefaultAsync(row => row.Id == caseId, ct) is not { Number: { } number }) return null;
        var application = await db.Applications.AsNoTracking().SingleAsync(row => row.CaseId == caseId, ct);
        var item = (await items.VersionAsync(application.ServiceItemVersionId, ct)).Item;
        var blank = new SlipView
        {
            Kind = kind,
            CaseId = caseId,
            Number = CaseNumber.Parse(number) is { Succeeded: true } parsed ? parsed.Value.ToString() : number,
            ItemName = item.Name.ToString(),
            Subject = application.SubjectName,
            Issuer = item.Guide.Contact.Office.ToString(),
            IssuedOn = default,
            Contact = item.Guide.Contact,
        };
        return kind switch
        {
            SlipKind.Acceptance => await AcceptanceAsync(blank, item, ct),
            SlipKind.Supplement => await SupplementAsync(blank, item, ct),
            SlipKind.Revocation => await RevocationAsync(blank, item, application, ct),
            _ => await NotAcceptedAsync(blank, item, application, ct),
        };
    }

    private async Task<SlipView?> AcceptanceAsync(SlipView slip, ServiceItem item, CancellationToken ct)
    {
        if (await PromiseAsync(slip.CaseId, ct) is not { } promise) return null;
        var handedIn = await (from link in db.Set<CaseMaterial>().AsNoTracking()
                              join material in db.Set<Material>().AsNoTracking() on link.MaterialId equals material.Id
                              where link.CaseId == slip.CaseId && material.RemovedAt == null
                              orderby link.LinkedAt, link.MaterialId
                              select new { link.Code, material.FileName }).ToListAsync(ct);
        var deemed = await db.OperationEvents.AsNoTracking().Where(row => row.StreamId == slip.CaseId && row.Type == "AcceptanceDeemed")
            .OrderBy(row => row.Seq).Select(row => new { row.At, row.Facts }).FirstOrDefaultAsync(ct);
        return slip with
        {
            IssuedOn = deemed is null ? promise.StartedOn : zone.DateOf(deemed.At),
            Deemed = deemed is null ? null : (promise.StartedOn, Day(deemed.Facts, "to")),
            DueOn = promise.DueOn,
            PromisedDays = promise.WorkingDays,
            Lines = [.. handedIn.Select(one => new SlipLine(item.FindMaterial(one.Code)?.Name.ToString() ?? one.Code, one.FileName))],
        };
    }

    private async Task<SlipView?> SupplementAsync(SlipView slip, ServiceItem item, CancellationToken ct)
    {
        var asked = await db.Supplements.AsNoTracking().Where(row => row.CaseId == slip.CaseId)
            .OrderByDescending(row => row.RequestedAt).ThenByDescending(row => row.Id).FirstOrDefaultAsync(ct);
        if (asked is null) return null;
        var unit = asked.RequestedBy is { } by
            ? await db.Decisions.AsNoTracking()
                .Where(row => row.CaseId == slip.CaseId && row.OfficerId == by && row.DecidedAt <= asked.RequestedAt)
                .OrderByDescending(row => row.DecidedAt).Select(row => row.OrganisationId).FirstOrDefaultAsync(ct)
            : null;
        return slip with
        {
            IssuedOn = zone.DateOf(asked.RequestedAt),
            DueOn = asked.DueOn,
            Issuer = await UnitAsync(unit, ct) ?? slip.Issuer,
            Lines = [.. SupplementService.Gaps(asked).Select(gap => new SlipLine(
                (gap.Kind == "material"
                    ? item.FindMaterial(gap.Target)?.Name
                    : item.FindField(gap.Target)?.Label)?.ToString() ?? gap.Target, gap.Note))],
            Reason = asked.Note,
        };
    }

    private async Task<SlipView?> RevocationAsync(SlipView slip, ServiceItem item, Application application, CancellationToken ct)
    {
        if (application.ClosedAt is not { } closed) return null;
        var last = await db.Decisions.AsNoTracking().Where(row => row.CaseId == slip.CaseId)
            .OrderByDescending(row => row.DecidedAt).ThenByDescending(row => row.Id).FirstOrDefaultAsync(ct);
        var (on, issuer) = (zone.DateOf(closed), await UnitAsync(last?.OrganisationId, ct) ?? slip.Issuer);
        var facts = (FormAnswers.FromStorage(item.Form.Fields, application.Answers).Find("grounds") as AnswerValue.Text)?.Value ?? "";
        return await revocation.LinesAsync(slip.CaseId, facts, on, issuer, ct) is not { } lines ? null : slip with
        {
            IssuedOn = on,
            Issuer = issuer,
            Lines = lines,
            Reason = application.OutcomeReason ?? "",
            Appeal = (await bodies.AppealAsync(item, last?.OrganisationId, ct)).ToString(),
        };
    }

    private async Task<SlipView?> NotAcceptedAsync(SlipView slip, ServiceItem item, Application application, CancellationToken ct)
    {
        if (application is not { Status: ApplicationStatus.NotAccepted, ClosedAt: { } closed }) return null;
        var last = await db.Decisions.AsNoTracking().Where(row => row.CaseId == slip.CaseId)
            .OrderByDescending(row => row.DecidedAt).ThenByDescending(row => row.Id).FirstOrDefaultAsync(ct);
        return slip with
        {
            IssuedOn = zone.DateOf(closed),
            Issuer = await UnitAsync(last?.OrganisationId, ct) ?? slip.Issuer,
            Reason = application.OutcomeReason is { Length: > 0 } reason ? reason : last?.Reason ?? "",
            Appeal = (await bodies.AppealAsync(item, last?.OrganisationId, ct)).ToString(),
        };
    }

    private static DateOnly Day(string facts, string name)
    {
        using var about = JsonDocument.Parse(facts);
        return DateOnly.Parse(about.RootElement.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
    }

    private Task<CaseDeadline?> PromiseAsync(Guid caseId, CancellationToken ct) =>
        db.Deadlines.AsNoTracking().Where(row => row.CaseId == caseId && row.Kind == DeadlineKind.Promise)
            .OrderBy(row => row.StartedOn).FirstOrDefaultAsync(ct);

    private async ValueTask<string?> UnitAsync(Guid? id, CancellationToken ct) =>
        id is { } unit && await organisations.FindAsync(unit, ct) is { } found ? display.Pick(found.NameZh, found.NameEn) : null;
}
