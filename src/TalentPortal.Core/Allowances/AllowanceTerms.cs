using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.Allowances;

/// <summary>What the policy says about allowances, from the parameters in force.</summary>
public sealed class AllowanceTerms(ParameterTable parameters)
{
    /// <summary>What is paid for a first or last period that is not whole.</summary>
    public PartialPeriod Partial(DateOnly on) =>
        Enum.Parse<PartialPeriod>(parameters.Text("allowance.partialPeriod", on).Replace("-", "", StringComparison.Ordinal),
            ignoreCase: true);

    /// <summary>Whether the holder must work in the district.</summary>
    public bool NeedsEmployment(DateOnly on) => parameters.Flag("allowance.needsEmployment", on);

    /// <summary>For how many months of a period social insurance must have been paid.</summary>
    public int InsuranceMonths(BenefitPeriod? period, DateOnly on) => parameters.Int(period switch
    {
        BenefitPeriod.Month => "allowance.insuranceMonthsOfMonth",
        BenefitPeriod.Quarter => "allowance.insuranceMonthsOfQuarter",
        BenefitPeriod.Year => "allowance.insuranceMonthsOfYear",
        _ => "allowance.insuranceMonthsOnce",
    }, on);

    /// <summary>The most that one payment may come to, in yuan.</summary>
    public decimal HighestPayment(DateOnly on) => parameters.Decimal("allowance.highestPayment", on);

    /// <summary>How many payments a batch may hold.</summary>
    public int MostPayments(DateOnly on) => parameters.Int("allowance.mostPayments", on);

    /// <summary>The share of an instalment that may be kept back for a recovery, below 1.</summary>
    public decimal SetOffShare(DateOnly on) => parameters.Decimal("allowance.setOffShare", on);

    /// <summary>
    /// Within how many working days the office records whether conditions were met, from the day on which an instalment is due.
    /// </summary>
    public int RecordWorkingDays(DateOnly on) => parameters.Int("allowance.recordDays", on);

    /// <summary>The day by which money claimed back on a day is due.</summary>
    public DateOnly RecoveryDueOn(DateOnly claimedOn) => claimedOn.AddDays(parameters.Int("allowance.recoveryDays", claimedOn));
}
