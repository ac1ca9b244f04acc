namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>After how long a benefit begins anew.</summary>
public enum BenefitPeriod
{
    /// <summary>A year of the card, from the day of its issue.</summary>
    Year,

    /// <summary>A quarter of the calendar.</summary>
    Quarter,

    /// <summary>A month of the calendar.</summary>
    Month,
}
