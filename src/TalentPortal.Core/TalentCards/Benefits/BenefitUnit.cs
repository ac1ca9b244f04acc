namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>What a benefit's value counts.</summary>
public enum BenefitUnit
{
    /// <summary>Nothing: there is no value.</summary>
    None,

    /// <summary>Uses.</summary>
    Times,

    /// <summary>What is left to pay, in percent of the price; 0 is free of charge.</summary>
    PercentOfPrice,

    /// <summary>Yuan.</summary>
    Yuan,
}
