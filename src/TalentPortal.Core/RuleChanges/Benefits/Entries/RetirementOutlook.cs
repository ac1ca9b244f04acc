using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Data;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Venues;

namespace TalentPortal.Core.RuleChanges.Benefits.Entries;

/// <summary>Says who holds, gets or keeps what is about to be retired, before it is.</summary>
public sealed class RetirementOutlook(PortalDbContext db, BenefitCatalogues catalogues, BenefitOutlook outlook, VenueDirectory venues)
{
    /// <summary>What would follow.</summary>
    /// <param name="then">The catalogue as the draft reads.</param>
    /// <param name="kind">What the entry is.</param>
    /// <param name="code">Its code.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<RetirementView> LookAsync(BenefitCatalogue then, BenefitEntryKind kind, string code, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(then);
        if (kind is BenefitEntryKind.VenueKind)
            return new RetirementView { Venues = (await venues.AllAsync(ct)).Count(venue => venue.Kind == code) };
        var after = kind is BenefitEntryKind.Level
            ? new BenefitEntries { Levels = [new EntryStep<CardLevel>(code, then.FindLevel(code), null)] }
            : new BenefitEntries { Benefits = [new EntryStep<Benefit>(code, then.FindBenefit(code), null)] };
        var held = await db.Set<TalentCard>().AsNoTracking().Where(card => card.Status != CardStatus.Cancelled)
            .GroupBy(card => new { card.CatalogueVersionId, card.Level })
            .Select(group => new { group.Key.CatalogueVersionId, group.Key.Level, Count = group.Count() }).ToListAsync(ct);
        return new RetirementView
        {
            Cards = held.Where(one => kind is BenefitEntryKind.Level ? one.Level == code
                : catalogues.Known(one.CatalogueVersionId)?.Catalogue.FindGrant(code, one.Level) is not null).Sum(one => one.Count),
            Allowances = kind is BenefitEntryKind.Level ? 0
                : await db.Set<Allowance>().CountAsync(one => one.Benefit == code && one.Status == AllowanceStatus.Active, ct),
            Tally = await outlook.PlayAsync(then, after.Over(then, then.Provenance), ct),
            Grounds = kind is BenefitEntryKind.Level ? [.. then.Bases.Where(rule => rule.Level == code)] : [],
        };
    }
}
