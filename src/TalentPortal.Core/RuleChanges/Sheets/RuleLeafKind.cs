namespace TalentPortal.Core.RuleChanges.Sheets;

/// <summary>What kind of thing of an item's rules can be changed.</summary>
public enum RuleLeafKind
{
    /// <summary>Most points of an item of the score table.</summary>
    Cap,

    /// <summary>Points of a tier, or that a level needs.</summary>
    Points,

    /// <summary>The number with which an answer is compared.</summary>
    Threshold,

    /// <summary>A number of a scale, by which answers are divided.</summary>
    Scale,

    /// <summary>Decimals kept when a total is rounded.</summary>
    Decimals,

    /// <summary>Chinese words that say what one must have.</summary>
    WordingZh,

    /// <summary>The same in English.</summary>
    WordingEn,

    /// <summary>A parameter, which is changed for itself.</summary>
    Parameter,
}
