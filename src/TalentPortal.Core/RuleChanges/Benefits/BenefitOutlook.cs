using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges.Replays;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Handling;

namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>
/// The dry run of a catalogue: what each holder would get at the next issue under the catalogue as it reads now and under the one that is
/// written, by the code that issues cards. Who reads a draft reads it of the text that stands there; the release counts it once more and
/// keeps it.
/// </summary>
public sealed class BenefitOutlook(PortalDbContext db)
{
    /// <summary>Plays it.</summary>
    /// <param name="before">The catalogue as it reads now.</param>
    /// <param name="after">The catalogue that is written.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<BenefitTally> PlayAsync(BenefitCatalogue before, BenefitCatalogue after, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var day = after.EffectiveFrom;
        var held = await (from card in db.Set<TalentCard>().AsNoTracking()
                          where card.Status != CardStatus.Cancelled
                          join basis in db.Set<CardBasis>().AsNoTracking() on card.CaseId equals basis.CaseId into bases
                          select new { card.CaseId, Bases = bases.ToList() }).ToListAsync(ct);
        var tally = new BenefitTally();
        foreach (var one in held)
        {
            var was = CardGrounds.Best(one.Bases, before, day)?.Level;
            var then = CardGrounds.Best(one.Bases, after, day)?.Level;
            tally.Add(was, then, was is null ? [] : before.EntitlementsOf(was.Code, day),
                then is null ? [] : after.EntitlementsOf(then.Code, day));
        }

        return tally;
    }

    /// <summary>What was counted when a change was released; null where nothing was kept.</summary>
    public async Task<KeptOutlook?> KeptAsync(Guid change, CancellationToken ct)
    {
        var kept = await (from one in db.Set<RuleChange>().AsNoTracking()
                          where one.Id == change && one.Kind == RuleChangeKind.BenefitCatalogue
                          join run in db.Set<DryRun>().AsNoTracking() on one.DryRunId equals run.Id
                          join who in db.Users.AsNoTracking() on run.RunBy equals who.Id
                          select new { run.Result, run.FromOn, run.AskedAt, who.DisplayName }).SingleOrDefaultAsync(ct);
        return kept is null ? null : new KeptOutlook(BenefitTally.FromJson(kept.Result), kept.FromOn, kept.AskedAt, kept.DisplayName);
    }

    /// <summary>Counts it in the transaction of a release and keeps it.</summary>
    /// <returns>Key of the dry run; <see cref="RuleOutdated"/> where the newest version no longer takes the change.</returns>
    internal async Task<Result<Guid>> KeepAsync(
        RuleChange change, NpgsqlConnection connection, Guid by, DateTimeOffset now, CancellationToken ct)
    {
        var versions = await BenefitVersions.BothAsync(connection, change, ct);
        if (!versions.Succeeded) return versions.Refusal;
        var (before, after) = versions.Value;
        var tally = await PlayAsync(before, after, ct);
        var run = DryRun.Counted(change.Id, RuleContent.Hash(Text(before), Text(after), change.ValidFrom), change.ValidFrom, tally.Cards,
            tally.ToJson(), by, now);
        db.Add(run);
        await db.SaveChangesAsync(ct);
        return run.Id;
    }

    private static JsonNode Text(BenefitCatalogue catalogue) => JsonNode.Parse(BenefitCatalogueReader.Write(catalogue))!;
}
