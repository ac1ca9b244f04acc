using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Data;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.TalentCards.Hand;

/// <summary>Finds the card that somebody holds, and nobody else's.</summary>
public sealed class CardsInHand(PortalDbContext db, BenefitCatalogues catalogues, PortalTimeZone zone)
{
    /// <summary>The card of whoever asks; null where there is none but cancelled ones.</summary>
    public async Task<CardInHand?> FindAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.PersonId is not { } person) return null;
        var held = await (from card in db.Set<TalentCard>().AsNoTracking()
                          join holder in db.Persons.AsNoTracking() on card.PersonId equals holder.Id
                          where card.PersonId == person && card.Status != CardStatus.Cancelled
                          select new { card, holder.FullName }).SingleOrDefaultAsync(ct);
        if (held is null) return null;
        var catalogue = (await catalogues.VersionAsync(held.card.CatalogueVersionId, ct)).Catalogue;
        return new CardInHand(held.card, catalogue.FindLevel(held.card.Level)!, held.FullName, held.card.RestOn(zone.Today));
    }
}
