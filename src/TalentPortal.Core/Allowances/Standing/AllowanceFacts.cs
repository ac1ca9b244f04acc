using TalentPortal.Core.Allowances.Conditions;
using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Allowances.Recoveries;
using TalentPortal.Core.TalentCards.Cards;

namespace TalentPortal.Core.Allowances.Standing;

/// <summary>All that is known of one allowance; what follows from it is worked out here, the same for pages and for payments.</summary>
public sealed record AllowanceFacts
{
    /// <summary>The allowance.</summary>
    public required Allowance Allowance { get; init; }

    /// <summary>Its card.</summary>
    public required CardStanding Card { get; init; }

    /// <summary>What the office found, the oldest first.</summary>
    public required IReadOnlyList<ConditionEntry> Conditions { get; init; }

    /// <summary>Its payments, the oldest first.</summary>
    public required IReadOnlyList<Payment> Payments { get; init; }

    /// <summary>What is claimed back, the oldest first.</summary>
    public required IReadOnlyList<Recovery> Recoveries { get; init; }

    /// <summary>What came back.</summary>
    public required IReadOnlyList<RecoveryReceipt> Receipts { get; init; }

    /// <summary>
    /// The last day for which anything is paid; null: no end is known. A card that rests or expires cuts no period: its days are not paid.
    /// </summary>
    public DateOnly? LastDay => new[] { Allowance.UntilOn, Allowance.EndedOn, Card.CancelledOn }.Min();

    /// <summary>What arrived, in yuan, what was kept back for recoveries among it.</summary>
    public decimal Paid => Payments.Where(payment => payment.Status is PaymentStatus.Paid).Sum(payment => payment.Amount);

    /// <summary>The most that may still be claimed back, in yuan.</summary>
    public decimal Claimable => Paid - Recoveries.Sum(recovery => recovery.Amount);

    /// <summary>
    /// Whether a payment was claimed back: its own period was, or so much that what else arrived does not cover it.
    /// </summary>
    public bool IsClaimedBack(Payment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return Recoveries.Any(one => one.PeriodFrom == payment.PeriodFrom) || Claimable < payment.Amount;
    }

    /// <summary>The most that may still be claimed back of a period, in yuan; of all of them for null.</summary>
    public decimal ClaimableOf(DateOnly? periodFrom) => periodFrom is not { } from ? Claimable : Math.Min(Claimable,
        Payments.Where(payment => payment.PeriodFrom == from && payment.Status is PaymentStatus.Paid).Sum(payment => payment.Amount)
            - Recoveries.Where(one => one.PeriodFrom == from).Sum(one => one.Amount));

    /// <summary>Recoveries and what is left of each.</summary>
    public IReadOnlyList<RecoveryStanding> RecoveryStandings =>
        [.. Recoveries.Select(recovery => new RecoveryStanding(recovery,
            Receipts.Where(receipt => receipt.RecoveryId == recovery.Id).Sum(receipt => receipt.Amount),
            Payments.Where(payment => payment.RecoveryId == recovery.Id && Counts(payment)).Sum(payment => payment.SetOff)))];

    /// <summary>
    /// The instalments whose period has begun, in order. A payment that counts stands even where the schedule holds its period no longer.
    /// </summary>
    /// <param name="today">The day.</param>
    /// <param name="ceiling">The most that one payment may come to.</param>
    public IReadOnlyList<InstalmentStanding> Instalments(DateOnly today, decimal ceiling)
    {
        var terms = new InstalmentTerms(Allowance.Amount, Allowance.Period, Allowance.Every, Allowance.FromOn, LastDay, Allowance.Partial) { Rests = RestsBy(today) };
        var planned = InstalmentPlan.Of(terms, today).SelectMany(Parts).ToList();
        var gone = Payments.Where(payment => Counts(payment) && planned.All(one => one.From != payment.PeriodFrom))
            .Select(payment => new Instalment(payment.PeriodFrom, payment.PeriodTo, payment.Amount, IsWhole: true));
        return [.. planned.Concat(gone).OrderBy(one => one.From).Select(one => Standing(one, today, ceiling))];
    }

    /// <summary>The days by today, of its own time, that are not paid because the card gave nothing.</summary>
    /// <param name="today">The day.</param>
    public IReadOnlyList<RestingDays> RestsBy(DateOnly today) =>
        [.. Card.RestsBy(today).Where(one => !(one.To < Allowance.FromOn) && !(one.From > LastDay))];

    /// <summary>A period of which parts were paid: those, and what is left as instalments of their own, each by its days.</summary>
    private IEnumerable<Instalment> Parts(Instalment planned)
    {
        var paid = Payments.Where(one => Counts(one) && one.PeriodFrom >= planned.From && one.PeriodFrom <= planned.To)
            .OrderBy(one => one.PeriodFrom).ToList();
        if (paid is [] || (paid[0].PeriodFrom == planned.From && paid[0].PeriodTo >= planned.To)) return [planned];
        var (parts, gaps, next) = (new List<Instalment>(), new List<(DateOnly From, DateOnly To)>(), planned.From);
        foreach (var one in paid)
        {
            if (one.PeriodFrom > next) gaps.Add((next, one.PeriodFrom.AddDays(-1)));
            parts.Add(new Instalment(one.PeriodFrom, one.PeriodTo, one.Amount, IsWhole: false));
            next = one.PeriodTo.AddDays(1);
        }

        if (next <= planned.To) gaps.Add((next, planned.To));
        var (left, days) = (planned.Amount - paid.Sum(one => one.Amount), gaps.Sum(gap => Days(gap)));
        foreach (var gap in gaps)
        {
            var amount = decimal.Round(left * Days(gap) / days, 2, MidpointRounding.AwayFromZero);
            if (amount > 0) parts.Add(new Instalment(gap.From, gap.To, amount, IsWhole: false));
            (left, days) = (left - amount, days - Days(gap));
        }

        return parts;

        static int Days((DateOnly From, DateOnly To) gap) => gap.To.DayNumber - gap.From.DayNumber + 1;
    }

    private InstalmentStanding Standing(Instalment planned, DateOnly today, decimal ceiling)
    {
        var found = Conditions.LastOrDefault(entry => entry.PeriodFrom == planned.From);
        var payments = Payments.Where(one => one.PeriodFrom == planned.From).ToList();
        if (payments.FirstOrDefault(Counts) is { } payment)
        {
            return new InstalmentStanding(planned with { To = payment.PeriodTo, Amount = payment.Amount },
                payment.Status is PaymentStatus.Paid ? InstalmentState.Paid : InstalmentState.OnTheWay, Held: null, found, payment);
        }

        var held = planned.DueOn > today ? null : WhyHeld(planned, found, ceiling);
        var state = planned.DueOn > today ? InstalmentState.Running : held is null ? InstalmentState.Due : InstalmentState.Held;
        return new InstalmentStanding(planned, state, held, found, payments.LastOrDefault(one => one.Status is PaymentStatus.Returned));
    }

    private HoldReason? WhyHeld(Instalment planned, ConditionEntry? found, decimal ceiling)
    {
        if (Card.Status is CardStatus.Suspended) return HoldReason.CardSuspended;
        if (IsOfOtherLevel(planned)) return HoldReason.LevelChanged;
        if (Allowance.NeedsEmployment || Allowance.InsuranceMonths > 0)
        {
            if (found is null) return HoldReason.NotRecorded;
            if (Allowance.NeedsEmployment && !found.Employed) return HoldReason.NotEmployed;
            if (found.InsuranceMonths < MonthsNeeded(planned)) return HoldReason.InsuranceMissing;
        }

        if (Payments.Any(one => one.Status is PaymentStatus.Returned && one.AccountVersion == Allowance.AccountVersion))
            return HoldReason.AccountToMend;
        return planned.Amount > ceiling ? HoldReason.AboveCeiling : null;
    }

    /// <summary>
    /// Until it has ended on the eve of the change, what reaches into another level waits; what comes once was had at the grant.
    /// </summary>
    private bool IsOfOtherLevel(Instalment planned) => Allowance is { Status: AllowanceStatus.Active, Period: not null }
        && Card.LevelSince(Allowance.Level) is { } since && planned.To >= since;

    /// <summary>
    /// For how many months social insurance must have been paid in a period: one that is cut short cannot hold more than it has.
    /// </summary>
    public int MonthsNeeded(Instalment instalment)
    {
        ArgumentNullException.ThrowIfNull(instalment);
        return Allowance.Period is null ? Allowance.InsuranceMonths : Math.Min(Allowance.InsuranceMonths, instalment.Months);
    }

    /// <summary>
    /// For how many months social insurance can have been paid: no more than the period touches. What is paid once has no period; the
    /// months before it count, as far back as an entry reaches.
    /// </summary>
    public int MonthsPossible(Instalment instalment)
    {
        ArgumentNullException.ThrowIfNull(instalment);
        return Allowance.Period is null
            ? ConditionEntry.MostInsuranceMonths
            : Math.Min(instalment.Months, ConditionEntry.MostInsuranceMonths);
    }

    private static bool Counts(Payment payment) => payment.Status is PaymentStatus.Planned or PaymentStatus.Released or PaymentStatus.Paid;
}
