using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Data;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>
/// Reads a case as far as a reach goes. Who has which reach, <see cref="CaseVisibility"/> and <see cref="ReviewQuery"/> say.
/// </summary>
public sealed class CaseFileQuery(
    PortalDbContext db, ServiceItems items, OrganisationDirectory organisations, CaseClocks clocks, PortalTimeZone zone,
    CaseFileEvents events)
{
    /// <summary>Reads it.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="reach">How much of it.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="ownTask">The reader's task, whose opinion the case's head shows.</param>
    /// <returns>Null where there is no such numbered case, or the reach is none.</returns>
    public async Task<CaseFile?> ReadAsync(Guid caseId, FileReach reach, CancellationToken ct, Guid? ownTask = null)
    {
        if (reach is FileReach.None) return null;
        var found = await db.Cases.AsNoTracking().FirstOrDefaultAsync(row => row.Id == caseId, ct);
        if (found?.Number is not { } number) return null;
        var application = await db.Applications.AsNoTracking().SingleAsync(row => row.CaseId == caseId, ct);
        var item = (await items.VersionAsync(application.ServiceItemVersionId, ct)).Item;
        var secrets = await db.Set<ApplicationSecret>().AsNoTracking().Where(row => row.CaseId == caseId).ToListAsync(ct);
        var promise = await db.Deadlines.AsNoTracking().Where(row => row.CaseId == caseId && row.Kind == DeadlineKind.Promise)
            .OrderByDescending(row => row.StartedOn).ThenByDescending(row => row.Id).FirstOrDefaultAsync(ct);
        return new CaseFile
        {
            CaseId = caseId,
            Number = number,
            Reach = reach,
            Item = item,
            Status = application.Status,
            Stage = application.Stage,
            OnHold = found.Hold,
            SubjectMasked = reach is FileReach.JointCheck or FileReach.Full ? Mask.Name(application.SubjectName) : null,
            Town = reach is FileReach.Full ? await NameAsync(application.TownOrganisationId, ct) : null,
            OnBehalfBasis = reach is FileReach.Full ? application.OnBehalfBasis : null,
            SubmittedAt = application.SubmittedAt,
            Answers = CaseFileAnswers.Within(reach, item, FormAnswers.FromStorage(item.Form.Fields, application.Answers)),
            SecretPaths = CaseFileAnswers.Secrets(reach, item, secrets),
            Materials = await MaterialsAsync(caseId, item, reach, ct),
            Promise = promise,
            Clock = promise is null ? null : clocks.Read(promise, zone.Today),
            Entries = reach is FileReach.Anonymous ? await EntriesAsync(caseId, item, ct) : FormAnswers.Empty,
            Decisions = await DecisionsAsync(caseId, reach, ownTask, item, ct),
            Events = reach is FileReach.Full ? await events.ReadAsync(caseId, item, ct) : [],
        };
    }

    private async Task<IReadOnlyList<CaseFileMaterial>> MaterialsAsync(Guid caseId, ServiceItem item, FileReach reach, CancellationToken ct)
    {
        if (reach is FileReach.JointCheck or FileReach.Head) return [];
        var rows = await (from link in db.Set<Files.CaseMaterial>().AsNoTracking()
                          join material in db.Set<Files.Material>().AsNoTracking() on link.MaterialId equals material.Id
                          where link.CaseId == caseId
                          orderby link.LinkedAt, link.MaterialId
                          select new { link, material }).ToListAsync(ct);
        var names = await NamesAsync(rows.Select(row => row.link.OriginalCheckedBy), ct);
        var order = item.Materials.Select((rule, place) => (rule.Code, place))
            .ToDictionary(pair => pair.Code, pair => pair.place, StringComparer.Ordinal);
        return [.. rows
            .Where(row => reach is FileReach.Full || item.FindMaterial(row.link.Code) is { VisibleToExperts: true })
            .OrderBy(row => order.GetValueOrDefault(row.link.Code, int.MaxValue))
            .Select(row => new CaseFileMaterial(
                row.material.Id, row.link.Code, item.FindMaterial(row.link.Code)?.Name ?? new LocalizedText(row.link.Code, row.link.Code),
                reach is FileReach.Full ? row.material.FileName : null, row.material.ContentType, row.material.SizeBytes,
                row.material.IsInline,
                row.link.LinkedAt, row.link.OriginalCheckedBy is { } by ? names.GetValueOrDefault(by) : null, row.link.OriginalCheckedAt))];
    }

    private async Task<FormAnswers> EntriesAsync(Guid caseId, ServiceItem item, CancellationToken ct)
    {
        var steps = await db.ReviewSteps.AsNoTracking().Where(row => row.CaseId == caseId)
            .OrderBy(row => row.OpenedAt).ThenBy(row => row.Id).ToListAsync(ct);
        var decisions = await db.Decisions.AsNoTracking().Where(row => row.CaseId == caseId)
            .OrderBy(row => row.DecidedAt).ThenBy(row => row.Id).ToListAsync(ct);
        var entries = ReviewEntries.Of(item, steps, decisions);
        return item.ReviewForms.SelectMany(form => form.Fields).Where(field => field.VisibleToExperts)
            .Aggregate(FormAnswers.Empty, (seen, field) => seen.With(field.Code, entries.Find(field.Code)));
    }

    private async Task<IReadOnlyList<CaseFileDecision>> DecisionsAsync(
        Guid caseId, FileReach reach, Guid? ownTask, ServiceItem item, CancellationToken ct)
    {
        if (reach is not (FileReach.Full or FileReach.Head)) return [];
        var rows = await (from decision in db.Decisions.AsNoTracking()
                          join step in db.ReviewSteps.AsNoTracking() on decision.StepId equals step.Id into steps
                          from step in steps.DefaultIfEmpty()
                          where decision.CaseId == caseId && (reach == FileReach.Full || decision.TaskId == ownTask)
                          orderby decision.DecidedAt descending, decision.Id descending
                          select new { decision, Code = (string?)step.Code }).ToListAsync(ct);
        var standIns = await events.StandInsAsync(caseId, ct);
        var names = await NamesAsync([.. rows.Select(row =>
            (Guid?)row.decision.OfficerId), .. standIns.Values.Select(absent => (Guid?)absent)], ct);
        var found = new List<CaseFileDecision>();
        foreach (var row in rows)
        {
            found.Add(new CaseFileDecision(row.decision.Id, row.Code is null ? null : StepName(item, row.Code), row.decision.Outcome,
                row.decision.Reason, names.GetValueOrDefault(row.decision.OfficerId, ""), row.decision.Role,
                await NameAsync(row.decision.OrganisationId, ct), Scores(row.decision.Scores),
                row.decision.Fields is { } fields
                    ? FormAnswers.FromStorage(item.ReviewForms.SelectMany(form => form.Fields), fields)
                    : FormAnswers.Empty,
                row.decision.DecidedAt, standIns.TryGetValue(row.decision.Id, out var absent) ? names.GetValueOrDefault(absent) : null));
        }

        return found;
    }

    private static LocalizedText StepName(ServiceItem item, string code) =>
        item.Guide.Steps.FirstOrDefault(step => string.Equals(step.Code, code, StringComparison.Ordinal))?.Name
            ?? new LocalizedText(code, code);

    private static Dictionary<string, decimal> Scores(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, decimal>>(json)!;

    private async Task<Dictionary<Guid, string>> NamesAsync(IEnumerable<Guid?> ids, CancellationToken ct)
    {
        var wanted = ids.OfType<Guid>().Distinct().ToList();
        return await db.Users.AsNoTracking().Where(user => wanted.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.DisplayName, ct);
    }

    private async ValueTask<LocalizedText?> NameAsync(Guid? unitId, CancellationToken ct) =>
        unitId is { } id && await organisations.FindAsync(id, ct) is { } unit ? new LocalizedText(unit.NameZh, unit.NameEn) : null;
}
