namespace TalentPortal.Core.Reviews.Queries.Lists;

/// <summary>What a list of cases can be ordered by.</summary>
public enum CaseListSort
{
    /// <summary>When it was handed in.</summary>
    Submitted,

    /// <summary>Its number.</summary>
    Number,

    /// <summary>Its service item, by code.</summary>
    Item,

    /// <summary>Where it stands.</summary>
    Status,

    /// <summary>The town that checks it; those without one are the least.</summary>
    Town,
}
