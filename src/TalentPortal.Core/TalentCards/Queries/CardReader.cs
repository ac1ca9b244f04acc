using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Data;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Issuing;

namespace TalentPortal.Core.TalentCards.Queries;

/// <summary>Reads one card: a holder's own, or any for the office.</summary>
public sealed class CardReader(
    PortalDbContext db, BenefitCatalogues catalogues, IEnumerable<CardUses> counters, CardVisits visits, PortalTimeZone zone)
{
    /// <summary>The reader's own card; null where there is none that is not cancelled.</summary>
    public async Task<CardView?> FindOwnAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.PersonId is not { } person) return null;
        var card = await db.Set<TalentCard>().AsNoTracking()
            .FirstOrDefaultAsync(one => one.PersonId == person && one.Status != CardStatus.Cancelled, ct);
        return card is null ? null : await ViewAsync(card, ct);
    }

    /// <summary>The reader's card that was cancelled last; null where none was.</summary>
    public async Task<CardView?> FindEndedAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.PersonId is not { } person) return null;
        var card = await db.Set<TalentCard>().AsNoTracking().Where(one => one.PersonId == person && one.Status == CardStatus.Cancelled)
            .OrderByDescending(one => one.IssuedOn).ThenByDescending(one => one.CaseId).FirstOrDefaultAsync(ct);
        return card is null ? null : await ViewAsync(card, ct);
    }

    /// <summary>A card for the office; null where there is none, or the reader may not see it.</summary>
    public async Task<CardView?> FindAsync(Actor actor, Guid cardId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(Permission.ManageCards)) return null;
        var card = await db.Set<TalentCard>().AsNoTracking().FirstOrDefaultAsync(one => one.CaseId == cardId, ct);
        return card is null ? null : await ViewAsync(card, ct);
    }

    /// <summary>Who had the card before them, the newest first; one more than a page holds where there are more.</summary>
    /// <param name="view">A card that the reader may see.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">How many a page holds.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IReadOnlyList<CardVisit>> VisitsAsync(CardView view, int page, int size, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(view);
        return visits.ReadAsync(view.Card.CaseId, (page - 1) * size, size + 1, ct);
    }

    /// <summary>Whether a card may be had and is neither held nor asked for: the person is recognised.</summary>
    public async Task<bool> IsWaitingAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.PersonId is not { } person) return false;
        var today = zone.Today;
        return await db.Set<Recognition>()
            .AnyAsync(one => one.PersonId == person && one.Status == RecognitionStatus.Valid && one.ValidTo >= today, ct)
            && !await db.Set<TalentCard>().AnyAsync(one => one.PersonId == person && one.Status != CardStatus.Cancelled, ct)
            && !await db.Applications.AnyAsync(one => one.SubjectPersonId == person && one.ServiceItemCode == CardOffers.ServiceItemCode
                && one.SubmittedAt != null && one.ClosedAt == null, ct);
    }

    private async Task<CardView> ViewAsync(TalentCard card, CancellationToken ct)
    {
        var catalogue = (await catalogues.VersionAsync(card.CatalogueVersionId, ct)).Catalogue;
        var person = await db.Persons.AsNoTracking().SingleAsync(one => one.Id == card.PersonId, ct);
        var bases = await db.Set<CardBasis>().AsNoTracking().Where(one => one.CaseId == card.CaseId).ToListAsync(ct);
        return new CardView
        {
            Card = card,
            Name = person.FullName,
            CitizenIdMasked = person.CitizenIdMasked,
            Catalogue = catalogue,
            Level = catalogue.FindLevel(card.Level)!,
            Bases = [.. bases.OrderBy(one => one.Id != card.BasisId).ThenBy(one => one.EndedOn is not null).ThenBy(one => one.Kind)],
            Benefits = await BenefitsAsync(card, catalogue, ct),
            History = await HistoryAsync(card.CaseId, ct),
        };
    }

    private async Task<IReadOnlyList<(BenefitEntitlement Entitlement, int? Uses)>> BenefitsAsync(
        TalentCard card, BenefitCatalogue catalogue, CancellationToken ct)
    {
        var today = zone.Today;
        var entitlements = catalogue.EntitlementsOf(card.Level, today);
        var uses = counters.FirstOrDefault() is { } count ? await count(card.CaseId, card.IssuedOn, entitlements, today, ct) : null;
        return [.. entitlements.Select(one => (one, uses is null ? (int?)null : uses.GetValueOrDefault(one.Benefit.Code)))];
    }

    private async Task<IReadOnlyList<(CardAction Action, string? By)>> HistoryAsync(Guid cardId, CancellationToken ct)
    {
        var found = await (from action in db.Set<CardAction>().AsNoTracking()
                           where action.CaseId == cardId
                           join user in db.Users.AsNoTracking() on action.ByUserId equals user.Id into users
                           from user in users.DefaultIfEmpty()
                           orderby action.ActedAt descending, action.Id descending
                           select new { action, By = user == null ? null : user.DisplayName }).ToListAsync(ct);
        return [.. found.Select(one => (one.action, one.By))];
    }
}
