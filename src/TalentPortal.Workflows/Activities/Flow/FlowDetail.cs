using System.Collections.Concurrent;
using System.Collections.Frozen;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Graphs;

namespace TalentPortal.Workflows.Activities.Flow;

/// <summary>What a flowchart precomputes when it is read: indexes of its activities and its graph.</summary>
internal sealed class FlowDetail
{
    private readonly FrozenDictionary<string, int> _indexes;
    private readonly ConcurrentDictionary<int, FlowGraph> _byTrigger = new();

    public FlowDetail(IReadOnlyList<ActivityNode> activities, IReadOnlyList<ConnectionDefinition> connections)
    {
        Activities = activities;
        Connections = connections;
        _indexes = activities.Select((node, index) => KeyValuePair.Create(node.Id, index)).ToFrozenDictionary(StringComparer.Ordinal);
        Graph = Create(DefaultStart());
    }

    public IReadOnlyList<ActivityNode> Activities { get; }

    public IReadOnlyList<ConnectionDefinition> Connections { get; }

    /// <summary>The graph from the usual start.</summary>
    public FlowGraph Graph { get; }

    public int IndexOf(ActivityNode node) => _indexes[node.Id];

    /// <summary>The graph from a start, which differs from the usual one only when a trigger began the workflow.</summary>
    public FlowGraph From(int start) => start == Graph.Start ? Graph : _byTrigger.GetOrAdd(start, Create);

    public int StartFor(string? triggerActivityId) =>
        triggerActivityId is not null && _indexes.TryGetValue(triggerActivityId, out var trigger) ? trigger : Graph.Start;

    private FlowGraph Create(int start) =>
        new(Activities.Count, [.. Connections.Select(edge => (_indexes[edge.Source], _indexes[edge.Target]))], start);

    private int DefaultStart()
    {
        var targets = Connections.Select(connection => connection.Target).ToHashSet(StringComparer.Ordinal);
        Func<ActivityNode, bool>[] rules =
        [
            node => node.Activity is Start,
            node => node.CanStartWorkflow,
            node => !targets.Contains(node.Id),
        ];
        foreach (var rule in rules)
        {
            for (var i = 0; i < Activities.Count; i++)
            {
                if (rule(Activities[i])) return i;
            }
        }

        return 0;
    }
}
