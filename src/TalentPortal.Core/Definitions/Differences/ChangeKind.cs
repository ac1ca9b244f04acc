namespace TalentPortal.Core.Definitions.Differences;

/// <summary>What became of a part from one version to another.</summary>
public enum ChangeKind
{
    /// <summary>Only the newer version has it.</summary>
    Added,

    /// <summary>Only the older version has it.</summary>
    Removed,

    /// <summary>Both have it, and it says something else.</summary>
    Changed,
}
