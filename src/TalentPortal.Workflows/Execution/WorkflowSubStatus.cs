namespace TalentPortal.Workflows.Execution;

/// <summary>What a Running or Finished instance is doing.</summary>
public enum WorkflowSubStatus
{
    /// <summary>Created, nothing has run yet.</summary>
    Pending,

    /// <summary>A burst is under way.</summary>
    Executing,

    /// <summary>Every branch waits.</summary>
    Suspended,

    /// <summary>All work is done.</summary>
    Finished,

    /// <summary>Ended from outside.</summary>
    Cancelled,

    /// <summary>An incident waits to be retried.</summary>
    Faulted,
}
