using System.Security.Cryptography;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Consents;
using TalentPortal.Core.TalentCards.Handling;

namespace TalentPortal.Core.TalentCards.Issuing;

/// <summary>Makes a card: its case, its number, its bases, its consents, and the message to its holder.</summary>
public sealed class CardIssuing(
    CaseTransaction transactions, BenefitCatalogues catalogues, CardTerms terms, CardNumbering numbering, ConsentVenues venues,
    PortalTimeZone zone)
{
    private const string CaseNumberPrefix = "YC";
    private const string CaseNumberLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int CaseNumberLength = 10;

    /// <summary>Issues it.</summary>
    /// <param name="cardId">The key that the card gets; the same one again is the same card.</param>
    /// <param name="applicationCaseId">The application that asked for it.</param>
    /// <param name="order">What was granted.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Guid>> IssueAsync(
        Guid cardId, Guid applicationCaseId, CardOrder order, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(operation);
        var version = await catalogues.VersionAsync(order.CatalogueVersionId, ct);
        var opened = new Case
        {
            Id = cardId,
            Number = CaseNumberPrefix + RandomNumberGenerator.GetString(CaseNumberLetters, CaseNumberLength),
            Kind = CaseKind.Card,
            DistrictId = order.DistrictId,
            CreatedAt = operation.At,
        };
        return await transactions.CreateAsync<Guid>(opened, operation, async (work, token) =>
        {
            work.RefuseOn("cases_pkey", new OperationIdReused());
            work.RefuseOn("talent_cards_one_held", new CardHeldAlready());
            work.TryAgainOn("cases_number_key");
            var card = await AddAsync(work, applicationCaseId, order, version, token);
            await AddConsentsAsync(work, order, version.Catalogue, token);
            work.Record("CardIssued", ("application", applicationCaseId), ("level", card.Level), ("catalogue", version.Catalogue.Version));
            CardLooks.Plan(work, card, terms, zone);
            CardTrail.Write(work, card, CardActionKind.Issued, by: null, reason: "");
            CardMessages.Tell(work, order.RecipientId, MessageTemplates.CardIssued, card.ExpiresOn);
            return cardId;
        }, ct);
    }

    private async Task<TalentCard> AddAsync(
        CaseWork work, Guid applicationCaseId, CardOrder order, BenefitCatalogueVersion version, CancellationToken ct)
    {
        var today = zone.DateOf(work.Now);
        var best = FoundBasis.Best(order.Bases) ?? throw new InvalidOperationException("A card needs a basis.");
        var bases = order.Bases.Select(found => (Found: found, Row: CardBasis.Of(work.CaseId, found, today, work.Now))).ToList();
        var number = await numbering.NextAsync(work, version.Catalogue.FindLevel(best.Level)!, today, ct);
        var card = work.Rows<TalentCard>().Add(new TalentCard
        {
            CaseId = work.CaseId,
            PersonId = order.PersonId,
            ApplicationCaseId = applicationCaseId,
            Number = number.Value,
            Level = best.Level,
            BasisId = bases.First(basis => basis.Found == best).Row.Id,
            CatalogueVersionId = version.Id,
            IssuedOn = today,
            ExpiresOn = terms.ExpiresOn(today, best.ValidTo),
            PhotoMaterialId = order.PhotoMaterialId,
        });
        foreach (var (_, row) in bases) work.Rows<CardBasis>().Add(row);
        return card;
    }

    /// <summary>For each kind that was agreed to, the venues that the form named.</summary>
    private async Task AddConsentsAsync(CaseWork work, CardOrder order, BenefitCatalogue catalogue, CancellationToken ct)
    {
        foreach (var venue in await venues.ReadAsync(work.Connection, ct))
        {
            if (venue.IsOpen && venue.WasListedAt(order.AgreedAt) && order.VenueKinds.Contains(venue.Kind)
                && catalogue.FindVenueKind(venue.Kind) is not null)
                CardConsents.Give(work, catalogue, venue, order.RecipientId, order.PersonId);
        }
    }
}
