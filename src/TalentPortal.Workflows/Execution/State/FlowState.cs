namespace TalentPortal.Workflows.Execution.State;

/// <summary>Counters of one run of a flowchart; indexes are those of its graph.</summary>
internal sealed record FlowState(int Start, int[] Visits, int[] Counts, bool[] Followed)
{
    public FlowState(int start, int activities, int connections)
        : this(start, new int[activities], new int[connections], new bool[connections])
    {
    }

    public FlowState Copy() => new(Start, [.. Visits], [.. Counts], [.. Followed]);
}
