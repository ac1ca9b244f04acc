using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.Allowances;

/// <summary>When an allowance is paid and how much: from its terms alone.</summary>
public static class InstalmentPlan
{
    private const int MonthsOfYear = 12;
    private const int MonthsOfQuarter = 3;

    /// <summary>The instalments whose period has begun by a day, in order. A period that pays nothing is none.</summary>
    public static IReadOnlyList<Instalment> Of(InstalmentTerms terms, DateOnly begunBy)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Until < terms.From || begunBy < terms.From) return [];
        return terms.Period is null ? [new Instalment(terms.From, terms.From, terms.Amount, IsWhole: true)] : [.. Periods(terms, begunBy)];
    }

    private static IEnumerable<Instalment> Periods(InstalmentTerms terms, DateOnly begunBy)
    {
        var months = terms.Every * (terms.Period switch
        {
            BenefitPeriod.Year => MonthsOfYear,
            BenefitPeriod.Quarter => MonthsOfQuarter,
            _ => 1,
        });
        var anchor = terms.Period is BenefitPeriod.Year ? terms.From : new DateOnly(terms.From.Year, 1, 1);
        // Counted from the anchor each time: the anniversary of 29 February is the 28th in most years, and the 29th again after four.
        for (var number = 0; anchor.AddMonths(number * months) is var start && start <= begunBy && !(start > terms.Until); number++)
        {
            var end = anchor.AddMonths((number + 1) * months).AddDays(-1);
            if (end >= terms.From && Cut(terms, start, end) is { } instalment) yield return instalment;
        }
    }

    private static Instalment? Cut(InstalmentTerms terms, DateOnly start, DateOnly end)
    {
        var from = start < terms.From ? terms.From : start;
        var to = terms.Until is { } until && until < end ? until : end;
        var (isCut, rest) = (from != start || to != end, terms.Rests.Sum(one => one.Within(from, to)));
        if (!isCut && rest == 0) return new Instalment(from, to, terms.Amount, IsWhole: true);
        if (isCut && terms.Partial is PartialPeriod.None) return null;
        // Days at rest are left out by the day whatever is paid for a period that begins late or ends early.
        var all = terms.Partial is PartialPeriod.Whole ? Days(from, to) : Days(start, end);
        var amount = decimal.Round(terms.Amount * (Days(from, to) - rest) / all, 2, MidpointRounding.AwayFromZero);
        return amount > 0 ? new Instalment(from, to, amount, IsWhole: false) { RestDays = rest } : null;
    }

    private static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber + 1;
}
