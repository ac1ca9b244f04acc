using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Handling;

namespace TalentPortal.Core.TalentCards.Consents;

/// <summary>
/// The holder says which venues may check the card: one, or all of a kind that there are today, each with an entry of its own. Under the
/// card's lock, as every use is: what comes first holds.
/// </summary>
public sealed class OwnConsents(OwnCards cards, CaseTransaction transactions, BenefitCatalogues catalogues, ConsentVenues venues)
{
    private const string GivenSql =
        "select recipient_id from consents where case_id = $1 and purpose = $2 and recipient_id is not null and withdrawn_at is null";

    private const string SeenSql =
        """
        insert into card_venue_looks (case_id, seen_at) values ($1, $2)
        on conflict (case_id) do update set seen_at = greatest(card_venue_looks.seen_at, excluded.seen_at)
        """;

    /// <summary>Switches a venue on or off. One that takes no cards any more, or whose kind is gone,
    /// can still be switched off.</summary>
    public Task<Result> SwitchAsync(Actor actor, Guid venueId, bool on, Operation operation, CancellationToken ct) =>
        ActAsync(actor, operation, async (work, card, catalogue, token) =>
        {
            var all = await venues.ReadAsync(work.Connection, token);
            if (all.FirstOrDefault(one => one.Id == venueId) is not { } venue) return new VenueUnknown();
            if (on && (!venue.IsOpen || catalogue.FindVenueKind(venue.Kind) is null)) return new VenueUnknown();
            if ((await GivenAsync(work, venue.Kind, token)).Contains(venueId) == on) return Result.Success;
            if (on) CardConsents.Give(work, catalogue, venue, actor.UserId, card.PersonId);
            else CardConsents.Withdraw(work, venue);
            return Result.Success;
        }, ct);

    /// <summary>Switches every venue of a kind that there is today on or off. One that is listed later has no consent.</summary>
    public Task<Result> SwitchKindAsync(Actor actor, string? kind, bool on, Operation operation, CancellationToken ct) =>
        ActAsync(actor, operation, async (work, card, catalogue, token) =>
        {
            if (catalogue.FindVenueKind(kind ?? "") is not { } known) return new VenueKindUnknown();
            var all = (await venues.ReadAsync(work.Connection, token)).Where(venue => venue.Kind == known.Code).ToList();
            var given = await GivenAsync(work, known.Code, token);
            if (!on)
            {
                CardConsents.WithdrawKind(work, known.Code, all.Where(venue => given.Contains(venue.Id)));
                return Result.Success;
            }

            foreach (var venue in all.Where(venue => venue.IsOpen && !given.Contains(venue.Id)))
                CardConsents.Give(work, catalogue, venue, actor.UserId, card.PersonId);
            return Result.Success;
        }, ct);

    /// <summary>The holder knows the new venues and leaves them off.</summary>
    public Task<Result> LeaveNewOffAsync(Actor actor, Operation operation, CancellationToken ct) =>
        ActAsync(actor, operation, (work, _, _, _) =>
        {
            work.Execute(new NpgsqlBatchCommand(SeenSql) { Parameters = { CaseBatch.Uuid(work.CaseId), CaseBatch.At(work.Now) } });
            work.Record("CardVenuesSeen");
            return Task.FromResult(Result.Success);
        }, ct);

    private async Task<Result> ActAsync(Actor actor, Operation operation,
        Func<CaseWork, TalentCard, BenefitCatalogue, CancellationToken, Task<Result>> act, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await cards.FindAsync(actor, ct) is not { } cardId) return new CardNotHeld();
        return await transactions.RunAsync(cardId, operation, async (work, token) =>
        {
            var card = work.Rows<TalentCard>().Single();
            return await act(work, card, (await catalogues.VersionAsync(card.CatalogueVersionId, token)).Catalogue, token);
        }, ct);
    }

    private static async Task<HashSet<Guid>> GivenAsync(CaseWork work, string kind, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(GivenSql, work.Connection)
        {
            Parameters = { CaseBatch.Uuid(work.CaseId), CaseBatch.Text(CardConsents.PurposeOf(kind)) },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var given = new HashSet<Guid>();
        while (await row.ReadAsync(ct)) given.Add(row.GetGuid(0));
        return given;
    }
}
