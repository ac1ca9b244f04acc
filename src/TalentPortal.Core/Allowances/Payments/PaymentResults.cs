using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Allowances.Payments;

/// <summary>What the bank said about a released batch: a payment came back, or the rest arrived.</summary>
public sealed class PaymentResults(PaymentBatches batches, AllowanceBooks books, PortalTimeZone zone)
{
    /// <summary>A payment came back: its instalment is due again once its holder named another account.</summary>
    public Task<Result> ReturnAsync(Actor actor, Guid batchId, Guid paymentId, string? reason, Operation operation, CancellationToken ct) =>
        batches.DoAsync(actor, batchId, Permission.ManageAllowances, operation, async (work, _, token) =>
        {
            if (work.Rows<Payment>().FirstOrDefault(one => one.Id == paymentId && one.Status is PaymentStatus.Released) is not { } payment) return new PaymentNotOpen();
            if (string.IsNullOrWhiteSpace(reason) || reason.Length > AllowanceDesk.LongestReason) return new AllowanceReasonMissing(AllowanceDesk.LongestReason);
            var holders = await HoldersAsync(work, [payment], token);
            if (holders.ContainsValue(actor.PersonId ?? Guid.Empty)) return new AllowanceIsOwn();
            work.Rows<Payment>().Replace(payment with { Status = PaymentStatus.Returned, SettledOn = zone.DateOf(work.Now), ReturnReason = reason.Trim() });
            work.Record("PaymentReturned", ("payment", payment.Id), ("allowance", payment.AllowanceId), ("period", payment.PeriodFrom));
            await AllowanceMessages.TellAsync(work, holders[payment.AllowanceId], MessageTemplates.AllowanceReturned, token);
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
            var holders = await HoldersAsync(work, open, token);
            foreach (var payment in open) work.Rows<Payment>().Replace(payment with { Status = PaymentStatus.Paid, SettledOn = on });
            foreach (var holder in open.Select(payment => holders[payment.AllowanceId]).Distinct())
                await AllowanceMessages.TellAsync(work, holder, MessageTemplates.AllowancePaid, token, on);
            work.Record("PaymentsArrived", ("payments", open.Count), ("on", on));
            Settle(work);
            return Result.Success;
        }, ct);

    private static void Settle(CaseWork work)
    {
        if (work.Rows<Payment>().Any(payment => payment.Status is PaymentStatus.Released)) return;
        work.Rows<PaymentBatch>().Replace(work.Rows<PaymentBatch>().Single() with { Status = PaymentBatchStatus.Settled });
    }

    private async Task<Dictionary<Guid, Guid>> HoldersAsync(CaseWork work, IReadOnlyList<Payment> payments, CancellationToken ct)
    {
        var ids = await AllowanceBooks.LockAsync(work.Connection, [.. payments.Select(payment => payment.AllowanceId).Distinct()], ct);
        return (await books.ReadAsync(work.Connection, ids, ct)).ToDictionary(one => one.Allowance.CaseId, one => one.Allowance.PersonId);
    }
}
