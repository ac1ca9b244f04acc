namespace TalentPortal.Workflows.Execution;

internal enum RunStatus
{
    Pending,
    Running,
    Faulted,
    Ended,
}
