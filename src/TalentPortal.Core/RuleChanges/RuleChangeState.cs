namespace TalentPortal.Core.RuleChanges;

/// <summary>How a change looks from today.</summary>
public enum RuleChangeState
{
    /// <summary>Being written; waits for somebody else to release it.</summary>
    Draft,

    /// <summary>Released, and its day comes.</summary>
    Coming,

    /// <summary>Released, and its day has come.</summary>
    Released,

    /// <summary>Released, and taken back before its day.</summary>
    Withdrawn,

    /// <summary>Released: it took another one back.</summary>
    Withdrawal,

    /// <summary>Given up by its author.</summary>
    Discarded,
}
