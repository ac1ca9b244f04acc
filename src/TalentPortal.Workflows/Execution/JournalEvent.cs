namespace TalentPortal.Workflows.Execution;

/// <summary>What happened to an activity.</summary>
public enum JournalEvent
{
    /// <summary>It began to run.</summary>
    Started,

    /// <summary>It went on after a bookmark.</summary>
    Resumed,

    /// <summary>It waits for a bookmark.</summary>
    Suspended,

    /// <summary>It completed.</summary>
    Completed,

    /// <summary>It threw.</summary>
    Faulted,

    /// <summary>It was stopped.</summary>
    Canceled,
}
