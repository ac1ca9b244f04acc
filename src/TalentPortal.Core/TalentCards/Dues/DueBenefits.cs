using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.TalentCards.Issuing;
using TalentPortal.Core.TalentCards.Queries;

namespace TalentPortal.Core.TalentCards.Dues;

/// <summary>Finds what somebody qualifies for and has not applied for: the card once one is recognised, then what the card gives.</summary>
public sealed class DueBenefits(CardReader cards, BenefitStandings standings, BenefitRoutes routes, ServiceItems items, PortalTimeZone zone)
{
    /// <summary>What is due to the reader, in the order of the catalogue; only items that take applications today.</summary>
    public async Task<IReadOnlyList<DueBenefit>> OfAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.PersonId is not { } person) return [];
        if (await cards.FindOwnAsync(actor, ct) is not { } view)
            return await cards.IsWaitingAsync(actor, ct) && Open(CardOffers.ServiceItem) is { } card
                ? [new DueBenefit(card, null, null)]
                : [];
        if (!view.Card.IsUsableOn(zone.Today)) return [];
        var entitlements = view.Catalogue.EntitlementsOf(view.Card.Level, zone.Today);
        return [.. from due in DueRules.Of(entitlements, await standings.OfAsync(person, ct), routes.Current)
                   let item = Open(due.Route.ItemCode)
                   where item is not null
                   select new DueBenefit(item, due.Entitlement, view.Level)];
    }

    private ServiceItem? Open(string codeOrKey) =>
        items.FindListed(codeOrKey)?.Item is { } item && item.Window.CheckOpen(zone.Today).Succeeded ? item : null;
}
