using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Allowances.Payments;

/// <summary>What the bank said about a released batch: a payment came back, at once or days after it had arrived, or the rest arrived.</summary>
public sealed class PaymentResults(PaymentBatches batches, AllowanceBooks books, PortalTimeZone zone)
{
    /// <summary>
    /// A payment came back on a day: its instalment is due again once its holder named another account. One that had arrived may come back
    /// too, unless it was claimed back: the money would be asked for twice.
    /// </summary>
    public Task<Result> ReturnAsync(Actor actor, Guid batchId, Guid paymentId, DateOnly on, string? reason, Operation operation, CancellationToken ct) =>
        batches.DoAsync(actor, batchId, Permission.ManageAllowances, operation, async (work, batch, token) =>
        {
            if (work.Rows<Payment>().FirstOrDefault(one => one.Id == paymentId && one.MayReturn) is not { } payment) return new PaymentNotOpen();
            if (string.IsNullOrWhiteSpace(reason) || reason.Length > AllowanceDesk.LongestReason) return new AllowanceReasonMissing(AllowanceDesk.LongestReason);
            var sentOn = payment.SettledOn ?? zone.DateOf(batch.ReleasedAt!.Value);
            if (on > zone.DateOf(work.Now) || on < sentOn) return new PaymentDayNotPossible();
            var facts = (await FactsAsync(work, [payment], token))[payment.AllowanceId];
            if (facts.Allowance.PersonId == actor.PersonId) return new AllowanceIsOwn();
            if (payment.Status is PaymentStatus.Paid && facts.IsClaimedBack(payment)) return new PaymentClaimedBack();
            var returned = work.Rows<Payment>().Replace(payment.Return(on, reason.Trim()));
            work.Record("PaymentReturned", ("payment", payment.Id), ("allowance", payment.AllowanceId), ("period", payment.PeriodFrom),
                ("on", on), ("arrivedOn", returned.ArrivedOn));
            await AllowanceMessages.TellAsync(work, facts.Allowance.PersonId, MessageTemplates.AllowanceReturned, token, on);
            Settle(work);
            return Result.Success;
        }, ct);

    /// <summary>All that did not come back arrived on a day.</summary>
    public Task<Result> PaidAsync(Actor actor, Guid batchId, DateOnly on, Operation operation, CancellationToken ct) =>
        batches.DoAsync(actor, batchId, Permission.ManageAllowances, operation, async (work, batch, token) =>
        {
            if (batch.Status is not PaymentBatchStatus.Released) return new BatchNotInState(batch.Status);
            if (on > zone.DateOf(work.Now) || on < zone.DateOf(batch.ReleasedAt!.Value)) return new PaymentDayNotPossible();
            var open = work.Rows<Payment>().Where(one => one.Status is PaymentStatus.Released).ToList();
            var facts = await FactsAsync(work, open, token);
            foreach (var payment in open) work.Rows<Payment>().Replace(payment with { Status = PaymentStatus.Paid, SettledOn = on });
            foreach (var holder in open.Select(payment => facts[payment.AllowanceId].Allowance.PersonId).Distinct())
                await AllowanceMessages.TellAsync(work, holder, MessageTemplates.AllowancePaid, token, on);
            work.Record("PaymentsArrived", ("payments", open.Count), ("on", on));
            Settle(work);
            return Result.Success;
        }, ct);

    private static void Settle(CaseWork work)
    {
        if (work.Rows<PaymentBatch>().Single() is not { Status: PaymentBatchStatus.Released } batch) return;
        if (work.Rows<Payment>().Any(payment => payment.Status is PaymentStatus.Released)) return;
        work.Rows<PaymentBatch>().Replace(batch with { Status = PaymentBatchStatus.Settled });
    }

    private async Task<Dictionary<Guid, AllowanceFacts>> FactsAsync(CaseWork work, IReadOnlyList<Payment> payments, CancellationToken ct)
    {
        var ids = await AllowanceBooks.LockAsync(work.Connection, [.. payments.Select(payment => payment.AllowanceId).Distinct()], ct);
        return (await books.ReadAsync(work.Connection, ids, ct)).ToDictionary(one => one.Allowance.CaseId);
    }
}
