namespace TalentPortal.Core.RuleChanges;

/// <summary>Where a change stands.</summary>
public enum RuleChangeStatus
{
    /// <summary>Being written; somebody else may release it.</summary>
    Draft,

    /// <summary>Released: it holds from its day on, unless another change withdrew it before.</summary>
    Released,

    /// <summary>Given up.</summary>
    Discarded,
}
