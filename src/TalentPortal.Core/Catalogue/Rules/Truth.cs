namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>What is known about a condition.</summary>
public enum Truth
{
    /// <summary>An input is blank or unreadable, and it matters.</summary>
    Unknown,

    /// <summary>It does not hold.</summary>
    No,

    /// <summary>It holds.</summary>
    Yes,
}
