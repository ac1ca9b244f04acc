using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Consents;
using TalentPortal.Core.TalentCards.Venues;

namespace TalentPortal.Core.TalentCards.Redemptions;

/// <summary>What a venue sees of a card: that it is good, its level, and what is left here. Nothing about the person.</summary>
/// <param name="Level">Its level.</param>
/// <param name="Benefits">What may be had at this kind of venue.</param>
public sealed record CardCheck(CardLevel Level, IReadOnlyList<BenefitLeft> Benefits);

/// <summary>What a card has left of a benefit.</summary>
/// <param name="Entitlement">What the level gets.</param>
/// <param name="Left">How many uses the period has left; null where they are not limited.</param>
public sealed record BenefitLeft(BenefitEntitlement Entitlement, int? Left);

/// <summary>Looks at a card without using it. The code stays good for the use that follows.</summary>
public sealed class CardChecks(PortalDbContext db, Till till, BenefitCatalogues catalogues, CardUseQuery uses, RedemptionTerms terms)
{
    /// <summary>Looks; every look is kept.</summary>
    public Task<Result<CardCheck>> LookAsync(TillVisit visit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return till.ServeAsync(visit, async (venue, known) =>
        {
            var seen = await LookAsync(known, venue, visit.Operation.At, ct);
            if (seen.Succeeded) await till.KeepAsync(visit, known, ct);
            return seen;
        }, ct);
    }

    private async Task<Result<CardCheck>> LookAsync(KnownCard known, Venue venue, DateTimeOffset at, CancellationToken ct)
    {
        if (till.WhyNot(known, at, isOffline: false) is { } stale) return stale;
        if (await db.Set<TalentCard>().AsNoTracking().FirstOrDefaultAsync(row => row.CaseId == known.CardId, ct) is not { } card
            || !known.Is(card))
            return new CardUnknown();
        // Before all that the card could tell: without consent a venue learns nothing else.
        var purpose = CardConsents.PurposeOf(venue.Kind);
        if (!await db.Set<Consent>().AnyAsync(given =>
            given.CaseId == card.CaseId && given.RecipientId == venue.Id && given.Purpose == purpose && given.WithdrawnAt == null, ct))
            return new VenueWithoutConsent();
        var day = terms.DayOf(at);
        if (!card.IsUsableOn(day)) return new CardNotUsable();
        if (known.Code is { Once: var once }
            && await db.Set<Redemption>().AnyAsync(use => use.CaseId == card.CaseId && use.CodeOnce == once, ct))
            return new CardCodeUsed();
        var catalogue = (await catalogues.VersionAsync(card.CatalogueVersionId, ct)).Catalogue;
        var here = catalogue.EntitlementsOf(card.Level, day)
            .Where(one => one.Benefit.VenueKinds.Contains(venue.Kind, StringComparer.Ordinal)).ToList();
        var used = await uses.ReadAsync(card.CaseId, card.IssuedOn, here, day, ct);
        return new CardCheck(catalogue.FindLevel(card.Level)!,
            [.. here.Select(one =>
                new BenefitLeft(one, one.Limit is { } limit ? Math.Max(0, limit - used.GetValueOrDefault(one.Benefit.Code)) : null))]);
    }
}
