namespace TalentPortal.Core.RuleChanges.Sheets;

/// <summary>What of an answer is compared.</summary>
public enum RuleMeasure
{
    /// <summary>The answer itself.</summary>
    Value,

    /// <summary>Full years since it.</summary>
    Years,

    /// <summary>The age that follows from a citizen's number.</summary>
    Age,

    /// <summary>How many rows there are.</summary>
    Count,

    /// <summary>The sum of a column.</summary>
    Sum,

    /// <summary>One number divided by another.</summary>
    Ratio,

    /// <summary>How many files were handed in.</summary>
    Files,
}
