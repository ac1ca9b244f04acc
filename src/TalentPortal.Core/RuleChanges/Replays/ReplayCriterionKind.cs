namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>What decided that a case comes out otherwise.</summary>
public enum ReplayCriterionKind
{
    /// <summary>A condition of eligibility.</summary>
    Condition,

    /// <summary>What rules a score out.</summary>
    Veto,

    /// <summary>The points of an item.</summary>
    Points,

    /// <summary>The total.</summary>
    Total,

    /// <summary>The least total of a level.</summary>
    Line,

    /// <summary>The further condition of a level.</summary>
    Further,

    /// <summary>The number of experts.</summary>
    Panel,
}
