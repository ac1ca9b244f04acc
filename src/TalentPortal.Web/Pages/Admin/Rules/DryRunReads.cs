using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Data;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Replays;
using TalentPortal.Core.Standards;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Pages.Admin.Rules;

/// <summary>Reads the dry runs of a change. Single cases are for who reads the district's cases, under masked names.</summary>
internal sealed class DryRunReads(PortalDbContext db, DryRuns runs, DisplayFormat display)
{
    /// <summary>Most cases on the page.</summary>
    public const int MostShown = 100;

    /// <summary>Has dry runs made.</summary>
    public DryRuns Runs => runs;

    /// <summary>What there is of a change.</summary>
    public async Task<DryRunView> ReadAsync(RuleChange change, Actor reader, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        // No case is among those of a benefit catalogue: its cards are told of beside (OutlookReads).
        if (change.Kind is RuleChangeKind.BenefitCatalogue) return new DryRunView { Decides = false };
        var latest = await runs.OfAsync(change.Id, ct) is [var last, ..] ? last : null;
        var isDraft = change.Status is RuleChangeStatus.Draft;
        var standing = isDraft ? await runs.StandingAsync(change, ct) : null;
        var decides = standing?.Succeeded == true && standing.Value.Decides;
        if (latest is null) return new DryRunView { Decides = decides };
        var tally = DryRunTally.FromJson(latest.Result);
        var mayRead = reader.Can(Permission.ReadDistrict);
        return new DryRunView
        {
            Decides = decides,
            Latest = latest,
            RunBy = await db.Users.Where(user => user.Id == latest.RunBy).Select(user => user.DisplayName).SingleAsync(ct),
            IsCurrent = isDraft ? standing!.Succeeded && standing.Value.CurrentId == latest.Id : change.DryRunId == latest.Id,
            Tally = tally,
            MayReadCases = mayRead,
            Cases = mayRead ? await CasesAsync(tally, ct) : [],
            Towns = await TownsAsync(tally, ct),
        };
    }

    private async Task<IReadOnlyList<DryRunCase>> CasesAsync(DryRunTally tally, CancellationToken ct)
    {
        var shown = tally.Cases.Take(MostShown).ToList();
        var ids = shown.ConvertAll(one => one.CaseId);
        var found = await (from application in db.Applications.AsNoTracking()
                           join one in db.Cases.AsNoTracking() on application.CaseId equals one.Id
                           where ids.Contains(one.Id)
                           select new { one.Id, one.Number, application.SubjectName }).ToDictionaryAsync(one => one.Id, ct);
        return [.. shown.Where(one => found.ContainsKey(one.CaseId))
            .Select(one => new DryRunCase(one, found[one.CaseId].Number ?? "", Mask.Name(found[one.CaseId].SubjectName)))];
    }

    private async Task<IReadOnlyDictionary<string, string>> TownsAsync(DryRunTally tally, CancellationToken ct)
    {
        var ids = tally.Towns.Where(town => town.Key.Length > 0).Select(town => Guid.Parse(town.Key)).ToList();
        var units = await db.Organisations.AsNoTracking().Where(unit => ids.Contains(unit.Id))
            .Select(unit => new { unit.Id, unit.NameZh, unit.NameEn }).ToListAsync(ct);
        return units.ToDictionary(unit => unit.Id.ToString(), unit => display.Pick(unit.NameZh, unit.NameEn), StringComparer.Ordinal);
    }
}
