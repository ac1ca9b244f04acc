using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Issuing;

namespace TalentPortal.Core.TalentCards.Handling;

/// <summary>The holder's side of a card: report it lost, stop it at once, and renew it.</summary>
public sealed class OwnCards(
    NpgsqlDataSource database, CaseTransaction transactions, BenefitCatalogues catalogues, CardGrounds grounds, CardTerms terms,
    PortalTimeZone zone)
{
    private const string FindSql = "select case_id from talent_cards where person_id = $1 and status <> 'Cancelled'";

    /// <summary>The card is lost: its number is dead at once.</summary>
    public Task<Result> ReportLostAsync(Actor actor, Operation operation, CancellationToken ct) =>
        ActAsync(actor, CardActionKind.LossReported, operation, (_, card, _) => Task.FromResult(card.ReportLost()), ct);

    /// <summary>The card is out of the holder's hands for the moment: it is stopped at once, everywhere.</summary>
    public Task<Result> StopAsync(Actor actor, Operation operation, CancellationToken ct) =>
        ActAsync(actor, CardActionKind.Stopped, operation, (work, card, _) => Task.FromResult(card.Stop(work.Now)), ct);

    /// <summary>The holder has it back.</summary>
    public Task<Result> LiftStopAsync(Actor actor, Operation operation, CancellationToken ct) =>
        ActAsync(actor, CardActionKind.StopLifted, operation, (_, card, _) => Task.FromResult(card.LiftStop()), ct);

    /// <summary>The card is renewed under the catalogue of the day, if one of its grounds still holds.</summary>
    public Task<Result> RenewAsync(Actor actor, Operation operation, CancellationToken ct) =>
        ActAsync(actor, CardActionKind.Renewed, operation, RenewAsync, ct);

    private async Task<Result> ActAsync(Actor actor, CardActionKind kind, Operation operation,
        Func<CaseWork, TalentCard, CancellationToken, Task<Result<TalentCard>>> verb, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await FindAsync(actor, ct) is not { } cardId) return new CardNotHeld();
        return await transactions.RunAsync(cardId, operation, async (work, token) =>
        {
            var card = work.Rows<TalentCard>().Single();
            var done = await verb(work, card, token);
            if (!done.Succeeded) return done.Refusal;
            work.Rows<TalentCard>().Replace(done.Value);
            work.Record("Card" + kind, ("level", done.Value.Level), ("status", done.Value.Status.ToString()));
            CardTrail.Write(work, done.Value, kind, actor.UserId, reason: "", card.Level);
            return Result.Success;
        }, ct);
    }

    private async Task<Result<TalentCard>> RenewAsync(CaseWork work, TalentCard card, CancellationToken ct)
    {
        var today = zone.DateOf(work.Now);
        if (card.Status is not (CardStatus.Active or CardStatus.Expired)) return new CardNotInState(card.Status, CardStatus.Active);
        if (today < terms.RenewableFrom(card.ExpiresOn)) return new CardRenewalTooEarly(terms.RenewableFrom(card.ExpiresOn));
        var version = catalogues.Current;
        await grounds.RefreshAsync(work, card, version.Catalogue, today, ct);
        if (CardGrounds.Best(work.Rows<CardBasis>(), version.Catalogue, today) is not var (basis, level)) return new CardWithoutBasis();
        var from = card.Status is CardStatus.Expired ? today : card.ExpiresOn.AddDays(1);
        var renewed = card.Renew(terms.ExpiresOn(from, basis.ValidTo), version.Id, today);
        if (renewed.Succeeded && card.Status is CardStatus.Expired) CardLooks.Plan(work, renewed.Value, terms, zone);
        return renewed.Succeeded && (level.Code != card.Level || basis.Id != card.BasisId)
            ? renewed.Value.ChangeLevel(level.Code, basis.Id)
            : renewed;
    }

    /// <summary>The card that somebody holds; null for none.</summary>
    internal async Task<Guid?> FindAsync(Actor actor, CancellationToken ct)
    {
        if (actor.PersonId is not { } person) return null;
        await using var command = database.CreateCommand(FindSql);
        command.Parameters.Add(CaseBatch.Uuid(person));
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }
}
