namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>How a condition compares what is with what is needed; in JSON in lower camel case.</summary>
public enum Comparison
{
    /// <summary>Equal.</summary>
    Eq,

    /// <summary>Not equal.</summary>
    Ne,

    /// <summary>Less than.</summary>
    Lt,

    /// <summary>At most.</summary>
    Le,

    /// <summary>Greater than.</summary>
    Gt,

    /// <summary>At least.</summary>
    Ge,

    /// <summary>One of a list.</summary>
    In,

    /// <summary>None of a list.</summary>
    NotIn,

    /// <summary>Several codes, among them this one.</summary>
    Contains,

    /// <summary>A text that begins so (a region under another).</summary>
    StartsWith,

    /// <summary>Anything at all was answered.</summary>
    Filled,

    /// <summary>Nothing was answered.</summary>
    Blank,
}
