namespace TalentPortal.Core.Reviews.Queries;

/// <summary>How much of a case a reader may see.</summary>
public enum FileReach
{
    /// <summary>Nothing: the case is not found.</summary>
    None,

    /// <summary>
    /// That it is there and where it stands, and the reader's own opinion: for an expert or a joint checker who has answered.
    /// </summary>
    Head,

    /// <summary>What is marked for experts: no name, nobody's opinion.</summary>
    Anonymous,

    /// <summary>Name, citizen number and purpose, for the joint background check.</summary>
    JointCheck,

    /// <summary>All of it, secrets masked.</summary>
    Full,
}
