namespace TalentPortal.Core.Allowances.Recoveries;

/// <summary>Why money is claimed back.</summary>
public enum RecoveryGround
{
    /// <summary>What the allowance rested on was revoked.</summary>
    Revoked,

    /// <summary>A period was paid that should not have been.</summary>
    PaidWrongly,
}
