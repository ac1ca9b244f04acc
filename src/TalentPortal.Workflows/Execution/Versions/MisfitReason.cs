namespace TalentPortal.Workflows.Execution.Versions;

/// <summary>Why a place of an instance has no place in another version.</summary>
public enum MisfitReason
{
    /// <summary>There is no such activity.</summary>
    Missing,

    /// <summary>It is of another type.</summary>
    OtherType,

    /// <summary>It stands inside another activity.</summary>
    Elsewhere,

    /// <summary>An answer that may still be given to it leads nowhere.</summary>
    OutcomeGone,

    /// <summary>What is inside it, a loop's body for instance, is not the same.</summary>
    OtherContents,

    /// <summary>It was stopped in the middle of something that has to be settled first.</summary>
    Unsettled,
}
