using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>What a card of some level gets of a benefit.</summary>
/// <param name="Benefit">Which.</param>
/// <param name="Value">How much; null: without limit, or nothing to count.</param>
/// <param name="Unit">What the value counts.</param>
/// <param name="Every">Over how many periods it is had.</param>
/// <param name="Provenance">How far it can be trusted.</param>
public sealed record BenefitEntitlement(Benefit Benefit, decimal? Value, BenefitUnit Unit, int Every, Provenance Provenance)
{
    private const int MonthsOfYear = 12;
    private const int MonthsOfQuarter = 3;

    /// <summary>How many uses a period holds; null where uses are not limited.</summary>
    public int? Limit => Benefit.Kind is BenefitKind.Count && Value is { } value ? (int)value : null;

    /// <summary>
    /// The first and the last day of the period that a day lies in. A year is the card's own and begins on the day of its issue; quarters
    /// and months are the calendar's. Without a period it is all days.
    /// </summary>
    /// <param name="issuedOn">When the card was first issued.</param>
    /// <param name="on">The day.</param>
    public (DateOnly From, DateOnly To) PeriodOf(DateOnly issuedOn, DateOnly on) => Benefit.Period switch
    {
        BenefitPeriod.Year => Window(issuedOn, issuedOn, on, MonthsOfYear * Every),
        BenefitPeriod.Quarter => Window(new DateOnly(issuedOn.Year, 1, 1), issuedOn, on, MonthsOfQuarter * Every),
        BenefitPeriod.Month => Window(new DateOnly(issuedOn.Year, 1, 1), issuedOn, on, Every),
        _ => (DateOnly.MinValue, DateOnly.MaxValue),
    };

    private static (DateOnly From, DateOnly To) Window(DateOnly anchor, DateOnly first, DateOnly on, int months)
    {
        var day = on < first ? first : on;
        var passed = ((day.Year - anchor.Year) * MonthsOfYear) + day.Month - anchor.Month;
        // The anniversary of a 31st or of 29 February falls on the month's last day.
        if (anchor.AddMonths(passed) > day) passed--;
        var begun = passed / months * months;
        return (anchor.AddMonths(begun), anchor.AddMonths(begun + months).AddDays(-1));
    }
}
