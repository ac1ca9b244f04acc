namespace TalentPortal.Core.Allowances.Waiting;

/// <summary>What of an allowance waits for somebody.</summary>
public enum WaitingKind
{
    /// <summary>An instalment is due and nobody entered whether its conditions were met.</summary>
    Condition,

    /// <summary>Money is to be paid back.</summary>
    Recovery,
}
