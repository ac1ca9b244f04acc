namespace TalentPortal.Workflows.Execution.State;

internal enum RunStatus
{
    Pending,
    Running,
    Faulted,
    Ended,
}
