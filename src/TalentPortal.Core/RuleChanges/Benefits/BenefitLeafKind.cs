namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>What a field of the benefit catalogue is.</summary>
public enum BenefitLeafKind
{
    /// <summary>A name in Chinese or English.</summary>
    Name,

    /// <summary>A day, or none.</summary>
    Day,

    /// <summary>How much a level gets: a number, an asterisk for no limit, nothing for nothing.</summary>
    Worth,

    /// <summary>Whether a level gets what has no amount.</summary>
    Given,

    /// <summary>The level that a ground is worth; nothing for none.</summary>
    Level,
}
