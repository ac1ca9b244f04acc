namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>What a benefit is.</summary>
public enum BenefitKind
{
    /// <summary>So many times a period, or without limit, at a venue.</summary>
    Count,

    /// <summary>A part of the price.</summary>
    Discount,

    /// <summary>Money that is paid out.</summary>
    Allowance,

    /// <summary>To be served first, without a number.</summary>
    GreenLane,

    /// <summary>The right to apply for another service.</summary>
    Entitlement,
}
