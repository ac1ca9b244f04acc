namespace TalentPortal.Core.Allowances;

/// <summary>Where an allowance stands. Whether a card gives it at the moment is the card's to say, not this.</summary>
public enum AllowanceStatus
{
    /// <summary>It runs.</summary>
    Active,

    /// <summary>Over for good; what fell due before is still paid.</summary>
    Ended,
}
