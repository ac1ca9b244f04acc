namespace TalentPortal.Workflows.Execution;

/// <summary>Whether an instance still lives. A faulted instance is Running, because it can be retried.</summary>
public enum WorkflowStatus
{
    /// <summary>The instance can still be resumed, retried or moved.</summary>
    Running,

    /// <summary>The instance has ended for good.</summary>
    Finished,
}
