using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Allowances.Recoveries;

/// <summary>The office's side of recoveries: claims what was paid wrongly, enters what came back, decides what is kept back.</summary>
public sealed class RecoveryDesk(AllowanceDesk desk, AllowanceClawback clawback, PortalTimeZone zone)
{
    /// <summary>Claims back what was paid wrongly.</summary>
    public Task<Result> ClaimAsync(Actor actor, Guid allowanceId, RecoveryClaim claim, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return desk.DoAsync(actor, allowanceId, operation, async (work, facts, token) =>
        {
            if (IsMissing(claim.Reason)) return new AllowanceReasonMissing(AllowanceDesk.LongestReason);
            if (claim.PeriodFrom is not null && facts.ClaimableOf(claim.PeriodFrom) <= 0) return new PeriodNotClaimable();
            var order = new ClawbackOrder(
                SourceCaseId: null, EndsOn: null, claim.Amount, RecoveryGround.PaidWrongly, claim.Reason!.Trim(), actor.UserId)
            {
                PeriodFrom = claim.PeriodFrom,
            };
            return await clawback.ClaimAsync(work, facts, order, token);
        }, ct);
    }

    /// <summary>Enters a part that came back.</summary>
    public Task<Result> ReceiveAsync(
        Actor actor, Guid allowanceId, Guid recoveryId, decimal amount, DateOnly on, Operation operation, CancellationToken ct) =>
        desk.DoAsync(actor, allowanceId, operation, (work, facts, _) =>
            Task.FromResult(Receive(work, facts, actor, recoveryId, amount, on)), ct);

    /// <summary>Decides that the rest is kept back from later instalments; somebody else claimed it.</summary>
    public Task<Result> SetOffAsync(
        Actor actor, Guid allowanceId, Guid recoveryId, string? reason, Operation operation, CancellationToken ct) =>
        desk.DoAsync(actor, allowanceId, operation,
            (work, facts, _) => Task.FromResult(SetOff(work, facts, actor, recoveryId, reason)), ct);

    private Result Receive(CaseWork work, AllowanceFacts facts, Actor actor, Guid recoveryId, decimal amount, DateOnly on)
    {
        if (facts.RecoveryStandings.FirstOrDefault(one => one.Recovery.Id == recoveryId && one.Left > 0) is not { } open)
            return new RecoveryNotOpen();
        if (amount <= 0 || decimal.Round(amount, 2) != amount || amount > open.Left) return new ReceiptNotPossible(open.Left);
        if (on > zone.DateOf(work.Now) || on < zone.DateOf(open.Recovery.ClaimedAt)) return new PaymentDayNotPossible();
        work.Rows<RecoveryReceipt>().Add(new RecoveryReceipt
        {
            Id = Ids.New(),
            CaseId = work.CaseId,
            RecoveryId = recoveryId,
            Amount = amount,
            ReceivedOn = on,
            ByUserId = actor.UserId,
            EnteredAt = work.Now,
        });
        work.Record("RecoveryReceived", ("recovery", recoveryId), ("amount", amount), ("on", on), ("left", open.Left - amount));
        return Result.Success;
    }

    private static Result SetOff(CaseWork work, AllowanceFacts facts, Actor actor, Guid recoveryId, string? reason)
    {
        if (facts.RecoveryStandings.FirstOrDefault(one => one.Recovery.Id == recoveryId && one.Left > 0) is not { } open)
            return new RecoveryNotOpen();
        if (open.Recovery.SetOffBy is not null) return new SetOffDecidedAlready();
        if (open.Recovery.ClaimedBy == actor.UserId) return new SetOffByClaimant();
        if (IsMissing(reason)) return new AllowanceReasonMissing(AllowanceDesk.LongestReason);
        var claimed = work.Rows<Recovery>().Single(one => one.Id == recoveryId);
        work.Rows<Recovery>().Replace(claimed with { SetOffBy = actor.UserId, SetOffAt = work.Now, SetOffReason = reason!.Trim() });
        work.Record("RecoverySetOffDecided", ("recovery", recoveryId), ("left", open.Left));
        return Result.Success;
    }

    private static bool IsMissing(string? reason) => string.IsNullOrWhiteSpace(reason) || reason.Length > AllowanceDesk.LongestReason;
}
