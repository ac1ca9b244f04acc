namespace TalentPortal.Core.TalentCards.Redemptions;

/// <summary>By what a venue knew the card.</summary>
public enum RedemptionProof
{
    /// <summary>The turning code on the holder's phone.</summary>
    Code,

    /// <summary>The printed number, and the holder's PIN as the second factor.</summary>
    Pin,
}
