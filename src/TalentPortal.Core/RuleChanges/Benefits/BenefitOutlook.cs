using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Data;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Handling;

namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>
/// The dry run of a catalogue: what each holder would get at the next issue under the catalogue as it reads now and under the one that is
/// written, by the code that issues cards. Nothing is kept: who reads the page reads it of the text that stands there.
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
            tally.Add(was, then, was is null ? [] : before.EntitlementsOf(was.Code, day), then is null ? [] : after.EntitlementsOf(then.Code, day));
        }

        return tally;
    }
}
