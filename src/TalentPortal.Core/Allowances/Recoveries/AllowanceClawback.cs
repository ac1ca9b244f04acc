using Npgsql;
using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.Allowances.Recoveries;

/// <summary>
/// The door for decisions that are made elsewhere: what hangs on a card, and what such a decision does to it. Each allowance is a case of
/// its own, so a decision about several carries each out in a transaction of its own.
/// </summary>
public sealed class AllowanceClawback(
    NpgsqlDataSource database, CaseTransaction transactions, AllowanceBooks books, AllowanceTerms terms, BenefitCatalogues catalogues,
    PortalTimeZone zone)
{
    private const string OfCardSql =
        "select a.case_id, c.number from allowances a join cases c on c.id = a.case_id where a.card_id = $1 order by a.from_on, a.case_id";

    /// <summary>The allowances of a card that run, or of which something could be claimed back.</summary>
    public async Task<IReadOnlyList<AllowanceAtStake>> PreviewAsync(Guid cardId, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var numbers = new Dictionary<Guid, string>();
        await using (var command = new NpgsqlCommand(OfCardSql, connection) { Parameters = { CaseBatch.Uuid(cardId) } })
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) numbers.Add(reader.GetGuid(0), reader.GetString(1));
        }

        var found = new List<AllowanceAtStake>();
        foreach (var facts in await books.ReadAsync(connection, [.. numbers.Keys], ct))
        {
            if (facts.Allowance.Status is AllowanceStatus.Ended && facts.Claimable <= 0) continue;
            var catalogue = (await catalogues.VersionAsync(facts.Allowance.CatalogueVersionId, ct)).Catalogue;
            found.Add(new AllowanceAtStake(
                facts.Allowance.CaseId, numbers[facts.Allowance.CaseId], catalogue.FindBenefit(facts.Allowance.Benefit)!.Name,
                facts.Paid, facts.Claimable,
                facts.Payments.Where(one => one.Status is PaymentStatus.Planned or PaymentStatus.Released).Sum(one => one.Amount)));
        }

        return found;
    }

    /// <summary>Carries a decision out on one allowance, in its own case.</summary>
    public Task<Result> ApplyAsync(Guid allowanceId, ClawbackOrder order, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(allowanceId, operation, (work, token) => ApplyAsync(work, order, token), ct);

    /// <summary>The same inside a transaction that has the allowance's case locked. A second time it changes nothing.</summary>
    public async Task<Result> ApplyAsync(CaseWork work, ClawbackOrder order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(order);
        if (await books.OfAsync(work, ct) is not { } facts) return new CaseNotFound();
        if (order.Reason.Length is 0 or > AllowanceDesk.LongestReason) return new AllowanceReasonMissing(AllowanceDesk.LongestReason);
        if (order.EndsOn is { } on && facts.Allowance.Status is AllowanceStatus.Active)
        {
            var ended = await AllowanceDesk.EndAsync(work, facts.Allowance, on, order.Reason, MessageTemplates.AllowanceEnded, ct);
            if (!ended.Succeeded) return ended;
        }

        if (order.Amount is null || (order.SourceCaseId is { } source && facts.Recoveries.Any(one => one.SourceCaseId == source)))
            return Result.Success;
        return await ClaimAsync(work, facts, order, ct);
    }

    /// <summary>Claims money back in the locked case of its allowance: not more than was paid and is not claimed yet.</summary>
    internal async Task<Result> ClaimAsync(CaseWork work, AllowanceFacts facts, ClawbackOrder order, CancellationToken ct)
    {
        var (amount, most) = (order.Amount ?? 0, facts.ClaimableOf(order.PeriodFrom));
        if (amount <= 0 || decimal.Round(amount, 2) != amount || amount > most) return new RecoveryNotPossible(most);
        var recovery = work.Rows<Recovery>().Add(new Recovery
        {
            Id = Ids.New(),
            CaseId = work.CaseId,
            Ground = order.Ground,
            Amount = amount,
            PeriodFrom = order.PeriodFrom,
            Reason = order.Reason,
            SourceCaseId = order.SourceCaseId,
            DueOn = terms.RecoveryDueOn(zone.DateOf(work.Now)),
            ClaimedBy = order.DecidedBy,
            ClaimedAt = work.Now,
        });
        work.Record("RecoveryClaimed", ("recovery", recovery.Id), ("amount", amount), ("ground", order.Ground.ToString()),
            ("source", order.SourceCaseId),
            ("period", order.PeriodFrom));
        await AllowanceMessages.TellAsync(work, facts.Allowance.PersonId, MessageTemplates.AllowanceRecovery, ct, recovery.DueOn);
        return Result.Success;
    }
}
