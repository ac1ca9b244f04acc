using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Allowances;

/// <summary>Only the holder of a card that is in use gets an allowance.</summary>
public sealed record AllowanceNeedsCard : Refusal;

/// <summary>The card's level does not give this allowance.</summary>
/// <param name="Level">The level.</param>
public sealed record AllowanceNotOfLevel(LocalizedText Level) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Level];
}

/// <summary>The person gets this allowance already.</summary>
public sealed record AllowanceHeldAlready : Refusal;

/// <summary>The person has a benefit that excludes this one.</summary>
/// <param name="Other">The one that is had.</param>
public sealed record AllowanceExcluded(LocalizedText Other) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Other];
}

/// <summary>The account is not in the name of the person.</summary>
public sealed record AllowanceAccountNotOwn : Refusal;

/// <summary>The allowance is over.</summary>
/// <param name="On">Its last day.</param>
public sealed record AllowanceEndedAlready(DateOnly On) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [On];
}

/// <summary>Nobody handles their own allowance, nor makes or releases a payment to themselves.</summary>
public sealed record AllowanceIsOwn : Refusal;

/// <summary>An officer changed the allowance meanwhile.</summary>
public sealed record AllowanceChangedElsewhere : Refusal;

/// <summary>What is done with an allowance or a batch needs a reason.</summary>
/// <param name="Most">Most characters.</param>
public sealed record AllowanceReasonMissing(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>The last day lies in the future or before the allowance began.</summary>
public sealed record AllowanceEndNotPossible : Refusal;

/// <summary>The allowance has no such period, or it has not begun.</summary>
public sealed record PeriodUnknown : Refusal;

/// <summary>The period is paid or on its way: what was found for it stays.</summary>
public sealed record PeriodPaidAlready : Refusal;

/// <summary>So many months do not fit into the period.</summary>
/// <param name="Most">Most months.</param>
public sealed record InsuranceMonthsNotPossible(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>Nothing is due and fulfilled up to that day.</summary>
public sealed record NothingToPay : Refusal;

/// <summary>A batch takes what is due up to a day that has come.</summary>
public sealed record BatchDayNotPossible : Refusal;

/// <summary>Another batch took the same instalments in this moment.</summary>
public sealed record InstalmentTakenMeanwhile : Refusal;

/// <summary>The batch is not in a state that allows this.</summary>
/// <param name="Status">Where it is.</param>
public sealed record BatchNotInState(PaymentBatchStatus Status) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Status];
}

/// <summary>Making and releasing payments are two rights.</summary>
public sealed record PaymentNotPermitted : Refusal;

/// <summary>Nobody releases the own batch.</summary>
public sealed record BatchIsOwn : Refusal;

/// <summary>Payments of the batch are no longer due as they stand in it.</summary>
/// <param name="Payments">How many.</param>
public sealed record BatchOutdated(int Payments) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Payments];
}

/// <summary>The batch has no such payment, or it is settled.</summary>
public sealed record PaymentNotOpen : Refusal;

/// <summary>The payment was claimed back: it cannot come back from the bank too.</summary>
public sealed record PaymentClaimedBack : Refusal;

/// <summary>The period was not paid, or all of it is claimed back.</summary>
public sealed record PeriodNotClaimable : Refusal;

/// <summary>Money arrives or comes back between its release and today.</summary>
public sealed record PaymentDayNotPossible : Refusal;

/// <summary>The account is the one to which nothing could be paid.</summary>
public sealed record AccountUnchanged : Refusal;

/// <summary>The name of the bank is missing or too long.</summary>
/// <param name="Most">Most characters.</param>
public sealed record BankNameNotValid(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>Not more is claimed back than was paid, and claims are whole cents above nothing.</summary>
/// <param name="Most">The most that may be claimed.</param>
public sealed record RecoveryNotPossible(decimal Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>There is no such recovery, or nothing is left of it.</summary>
public sealed record RecoveryNotOpen : Refusal;

/// <summary>Not more comes back than is left.</summary>
/// <param name="Left">What is left.</param>
public sealed record ReceiptNotPossible(decimal Left) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Left];
}

/// <summary>Whoever claimed money back does not decide that it is kept back from later instalments.</summary>
public sealed record SetOffByClaimant : Refusal;

/// <summary>It was decided already that the rest is kept back from later instalments.</summary>
public sealed record SetOffDecidedAlready : Refusal;
