using System.Security.Cryptography;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.Allowances.Payments;

/// <summary>
/// Batches of payments: one officer makes them, another releases them, and until then they may be dropped. What they hold is looked at
/// under the lock of the allowances' rows, at the making and again at the release.
/// </summary>
public sealed class PaymentBatches(
    CaseTransaction transactions, AllowanceBooks books, AllowanceTerms terms, PortalDistrict district, PortalTimeZone zone)
{
    private const string NumberPrefix = "JT";
    private const string NumberLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int NumberLength = 10;

    private const string PayeesSql = "select id, full_name from persons where id = any($1)";

    private const string SamePersonSql =
        "select exists (select from portal_users a join portal_users b on b.person_id = a.person_id where a.id = $1 and b.id = $2)";

    /// <summary>Puts together all that is due up to a day, fulfilled and not paid; what is the officer's own is left to others.</summary>
    /// <returns>The batch's case.</returns>
    public Task<Result<Guid>> MakeAsync(Actor actor, DateOnly upTo, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(operation);
        var opened = new Case
        {
            Id = Ids.New(),
            Number = NumberPrefix + RandomNumberGenerator.GetString(NumberLetters, NumberLength),
            Kind = CaseKind.PaymentBatch,
            DistrictId = district.Id,
            CreatedAt = operation.At,
        };
        return transactions.CreateAsync<Guid>(opened, operation, async (work, token) =>
        {
            if (!actor.Can(Permission.ManageAllowances)) return new PaymentNotPermitted();
            if (upTo > zone.DateOf(work.Now)) return new BatchDayNotPossible();
            var ids = await AllowanceBooks.LockAsync(work.Connection, ids: null, token);
            var due = Due(await books.ReadAsync(work.Connection, ids, token), upTo, work)
                .Where(one => one.Allowance.PersonId != actor.PersonId).Take(terms.MostPayments(zone.DateOf(work.Now))).ToList();
            if (due.Count == 0) return new NothingToPay();
            Add(work, actor, upTo, due);
            work.TryAgainOn("cases_number_key");
            work.RefuseOn("payments_one_an_instalment", new InstalmentTakenMeanwhile());
            work.Record("PaymentBatchMade", ("upTo", upTo), ("payments", due.Count), ("total", work.Rows<PaymentBatch>().Single().Total));
            return work.CaseId;
        }, ct);
    }

    /// <summary>Releases a batch, if all of it is still due as it stands there. From then on it is known where each payment goes.</summary>
    public Task<Result> ReleaseAsync(Actor actor, Guid batchId, int revision, Operation operation, CancellationToken ct) =>
        DoAsync(actor, batchId, Permission.ReleasePayments, operation, async (work, batch, token) =>
        {
            if (batch.Revision != revision) return new AllowanceChangedElsewhere();
            var released = batch.Release(actor.UserId, work.Now);
            if (!released.Succeeded) return released.Refusal;
            if (await IsSamePersonAsync(work, batch.MadeBy, actor.UserId, token)) return new BatchIsOwn();
            var payments = work.Rows<Payment>().ToList();
            var ids = await AllowanceBooks.LockAsync(
                work.Connection, [.. payments.Select(payment => payment.AllowanceId).Distinct()], token);
            var facts = await books.ReadAsync(work.Connection, ids, token);
            if (facts.Any(one => one.Allowance.PersonId == actor.PersonId)) return new AllowanceIsOwn();
            var outdated = Outdated(work, batch, payments, facts);
            if (outdated > 0) return new BatchOutdated(outdated);
            await SendAsync(work, payments, facts.ToDictionary(one => one.Allowance.CaseId, one => one.Allowance), token);
            work.Rows<PaymentBatch>().Replace(released.Value);
            work.Record("PaymentBatchReleased", ("payments", batch.Payments), ("total", batch.Total));
            return Result.Success;
        }, ct);

    /// <summary>Gives a batch up before its release: its instalments are due as before.</summary>
    public Task<Result> DropAsync(Actor actor, Guid batchId, string? reason, int revision, Operation operation, CancellationToken ct) =>
        DoAsync(actor, batchId, Permission.ManageAllowances, operation,
            (work, batch, _) => Task.FromResult(Drop(work, batch, actor, reason, revision)), ct);

    /// <summary>Does something with a locked batch.</summary>
    internal Task<Result> DoAsync(Actor actor, Guid batchId, Permission permission, Operation operation,
        Func<CaseWork, PaymentBatch, CancellationToken, Task<Result>> deed, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return transactions.RunAsync(batchId, operation, async (work, token) =>
        {
            if (work.Rows<PaymentBatch>().SingleOrDefault() is not { } batch) return new CaseNotFound();
            return actor.Can(permission) ? await deed(work, batch, token) : new PaymentNotPermitted();
        }, ct);
    }

    private static Result Drop(CaseWork work, PaymentBatch batch, Actor actor, string? reason, int revision)
    {
        if (batch.Revision != revision) return new AllowanceChangedElsewhere();
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > AllowanceDesk.LongestReason)
            return new AllowanceReasonMissing(AllowanceDesk.LongestReason);
        var dropped = batch.Drop(actor.UserId, reason.Trim());
        if (!dropped.Succeeded) return dropped.Refusal;
        work.Rows<PaymentBatch>().Replace(dropped.Value);
        foreach (var payment in work.Rows<Payment>().ToList())
            work.Rows<Payment>().Replace(payment with { Status = PaymentStatus.Dropped });
        work.Record("PaymentBatchDropped", ("payments", batch.Payments));
        return Result.Success;
    }

    private IEnumerable<DueInstalment> Due(IReadOnlyList<AllowanceFacts> facts, DateOnly upTo, CaseWork work)
    {
        var today = zone.DateOf(work.Now);
        var (ceiling, share) = (terms.HighestPayment(today), terms.SetOffShare(today));
        return facts.SelectMany(one => DueInstalments.Of(one, upTo, today, ceiling, share))
            .OrderBy(one => one.Instalment.DueOn).ThenBy(one => one.Allowance.CaseId);
    }

    private static void Add(CaseWork work, Actor actor, DateOnly upTo, List<DueInstalment> due)
    {
        work.Rows<PaymentBatch>().Add(new PaymentBatch
        {
            CaseId = work.CaseId,
            UpTo = upTo,
            Payments = due.Count,
            Total = due.Sum(one => one.Instalment.Amount - one.SetOff),
            MadeBy = actor.UserId,
            MadeAt = work.Now,
        });
        foreach (var (index, one) in due.Index())
        {
            work.Rows<Payment>().Add(new Payment
            {
                Id = Ids.New(),
                CaseId = work.CaseId,
                Place = index + 1,
                AllowanceId = one.Allowance.CaseId,
                PeriodFrom = one.Instalment.From,
                PeriodTo = one.Instalment.To,
                Amount = one.Instalment.Amount,
                RecoveryId = one.RecoveryId,
                SetOff = one.SetOff,
            });
        }
    }

    /// <summary>How many payments would not be made the same way today: looked at as if the batch were not there.</summary>
    private int Outdated(CaseWork work, PaymentBatch batch, List<Payment> payments, IReadOnlyList<AllowanceFacts> facts)
    {
        var without = facts.Select(one => one with { Payments = [.. one.Payments.Where(payment => payment.CaseId != work.CaseId)] })
            .ToList();
        var due = Due(without, batch.UpTo, work).ToLookup(one => (one.Allowance.CaseId, one.Instalment.From));
        return payments.Count(payment => !due[(payment.AllowanceId, payment.PeriodFrom)].Any(one => one.Instalment.To == payment.PeriodTo
            && one.Instalment.Amount == payment.Amount && one.SetOff == payment.SetOff && one.RecoveryId == payment.RecoveryId));
    }

    private static async Task SendAsync(CaseWork work, List<Payment> payments, Dictionary<Guid, Allowance> allowances, CancellationToken ct)
    {
        var payees = new Dictionary<Guid, string>();
        await using (var command = new NpgsqlCommand(PayeesSql, work.Connection) { Parameters = { new() { Value = allowances.Values.Select(one => one.PersonId).Distinct().ToArray() } } })
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) payees.Add(reader.GetGuid(0), reader.GetString(1));
        }

        foreach (var payment in payments)
        {
            var allowance = allowances[payment.AllowanceId];
            work.Rows<Payment>().Replace(payment with
            {
                Status = PaymentStatus.Released,
                Payee = payees[allowance.PersonId],
                Bank = allowance.Bank,
                AccountCipher = allowance.AccountCipher,
                AccountMasked = allowance.AccountMasked,
                AccountVersion = allowance.AccountVersion,
            });
        }
    }

    private static async Task<bool> IsSamePersonAsync(CaseWork work, Guid first, Guid second, CancellationToken ct)
    {
        await using var command =
            new NpgsqlCommand(SamePersonSql, work.Connection) { Parameters = { CaseBatch.Uuid(first), CaseBatch.Uuid(second) } };
        return await command.ExecuteScalarAsync(ct) is true;
    }
}
