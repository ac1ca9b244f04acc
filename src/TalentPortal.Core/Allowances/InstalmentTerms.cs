using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.Allowances;

/// <summary>What a schedule is made of.</summary>
/// <param name="Amount">Yuan a period.</param>
/// <param name="Period">Months and quarters are the calendar's, years count from the first day; null: it comes once.</param>
/// <param name="Every">Over how many periods the amount is had.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null: without end.</param>
/// <param name="Partial">What is paid for a first or last period that is not whole.</param>
public sealed record InstalmentTerms(
    decimal Amount, BenefitPeriod? Period, int Every, DateOnly From, DateOnly? Until, PartialPeriod Partial)
{
    /// <summary>Days within that are not paid, the oldest first.</summary>
    public IReadOnlyList<RestingDays> Rests { get; init; } = [];
}
