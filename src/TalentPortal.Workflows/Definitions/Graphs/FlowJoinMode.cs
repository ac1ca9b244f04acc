namespace TalentPortal.Workflows.Definitions.Graphs;

/// <summary>When an activity with several inbound connections runs.</summary>
internal enum FlowJoinMode
{
    WaitAny,
    WaitAll,
    WaitAllActive,
}
