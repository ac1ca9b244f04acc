namespace TalentPortal.Core.RuleChanges.Sheets;

/// <summary>What a group of a sheet holds.</summary>
public enum RuleGroupKind
{
    /// <summary>Conditions of eligibility.</summary>
    Conditions,

    /// <summary>One item of the score table.</summary>
    Item,

    /// <summary>The bonus.</summary>
    Bonus,

    /// <summary>What the levels need.</summary>
    Levels,

    /// <summary>The panel of experts, and rounding.</summary>
    Panel,

    /// <summary>A scale, by which answers are divided.</summary>
    Scale,
}
