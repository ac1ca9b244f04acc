namespace TalentPortal.Workflows.Definitions;

/// <summary>When an activity with several inbound connections runs.</summary>
internal enum FlowJoinMode
{
    WaitAny,
    WaitAll,
    WaitAllActive,
}
