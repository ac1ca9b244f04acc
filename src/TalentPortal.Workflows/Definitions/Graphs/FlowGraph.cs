using TalentPortal.Workflows.Activities.Flow;

namespace TalentPortal.Workflows.Definitions.Graphs;

/// <summary>
/// The arrows of one flowchart seen from its start: which lead forward, which lead back. Activities and connections are indexes.
/// Immutable, shared between threads.
/// </summary>
internal sealed class FlowGraph
{
    private readonly (int Source, int Target)[] _edges;
    private readonly bool[] _isForward;
    private readonly int[][] _outbound;
    private readonly int[][] _forwardInbound;

    public FlowGraph(int activityCount, IReadOnlyList<(int Source, int Target)> edges, int start)
    {
        _edges = [.. edges];
        Start = start;
        _outbound = Group(activityCount, edge => edge.Source, _ => true);
        _isForward = FindForward(activityCount);
        _forwardInbound = Group(activityCount, edge => edge.Target, index => _isForward[index]);
    }

    /// <summary>Index of the activity that runs first.</summary>
    public int Start { get; }

    public int ConnectionCount => _edges.Length;

    public int[] Outbound(int activity) => _outbound[activity];

    public int[] ForwardInbound(int activity) => _forwardInbound[activity];

    public int Source(int connection) => _edges[connection].Source;

    public int Target(int connection) => _edges[connection].Target;

    public bool IsForward(int connection) => _isForward[connection];

    /// <summary>True when the activity can be reached from the start.</summary>
    public bool IsReachable(int activity) => activity == Start || _forwardInbound[activity].Length > 0;

    /// <summary>A backward arrow is sound when every way from its source back to the start leads through its target.</summary>
    public bool IsSoundBackward(int connection)
    {
        var (source, target) = _edges[connection];
        if (source == target || source == Start && target != Start) return source == target;
        if (target == Start) return true;
        return !Walk(source, activity => _forwardInbound[activity].Select(Source), avoid: target)[Start];
    }

    /// <summary>Everything upstream along forward arrows, without the activity itself.</summary>
    public bool[] Upstream(int activity) => Without(activity, Walk(activity, a => _forwardInbound[a].Select(Source)));

    /// <summary>Everything downstream along forward arrows, with the activity itself.</summary>
    public bool[] Downstream(int activity) => Walk(activity, a => _outbound[a].Where(IsForward).Select(Target));

    /// <summary>Everything that can run once the activity runs, backward arrows included, with the activity itself.</summary>
    public bool[] Reachable(int activity) => Walk(activity, a => _outbound[a].Select(Target));

    private static bool[] Without(int activity, bool[] set)
    {
        set[activity] = false;
        return set;
    }

    private bool[] Walk(int from, Func<int, IEnumerable<int>> next, int avoid = -1)
    {
        var seen = new bool[_outbound.Length];
        var stack = new Stack<int>([from]);
        seen[from] = true;
        while (stack.TryPop(out var current))
        {
            foreach (var other in next(current))
            {
                if (seen[other] || other == avoid) continue;
                seen[other] = true;
                stack.Push(other);
            }
        }

        return seen;
    }

    private int[][] Group(int count, Func<(int Source, int Target), int> key, Func<int, bool> include)
    {
        var lists = new List<int>[count];
        for (var i = 0; i < count; i++) lists[i] = [];
        for (var i = 0; i < _edges.Length; i++)
        {
            if (include(i)) lists[key(_edges[i])].Add(i);
        }

        return Array.ConvertAll(lists, list => list.ToArray());
    }

    /// <summary>Breadth first from the start, leaving out every arrow that would close a circle among those taken so far.</summary>
    private bool[] FindForward(int activityCount)
    {
        var forward = new bool[_edges.Length];
        if (activityCount == 0) return forward;
        var taken = new HashSet<(int, int)>();
        var next = new List<int>[activityCount];
        for (var i = 0; i < activityCount; i++) next[i] = [];
        var visited = new bool[activityCount];
        var queue = new Queue<int>([Start]);
        while (queue.TryDequeue(out var source))
        {
            visited[source] = true;
            foreach (var connection in _outbound[source])
            {
                var target = _edges[connection].Target;
                if (!taken.Contains((source, target)) && Leads(next, target, source)) continue;
                forward[connection] = true;
                if (!taken.Add((source, target))) continue;
                next[source].Add(target);
                if (!visited[target]) queue.Enqueue(target);
            }
        }

        return forward;
    }

    private static bool Leads(List<int>[] next, int from, int to)
    {
        var seen = new HashSet<int> { from };
        var stack = new Stack<int>([from]);
        while (stack.TryPop(out var current))
        {
            if (current == to) return true;
            foreach (var other in next[current])
            {
                if (seen.Add(other)) stack.Push(other);
            }
        }

        return false;
    }
}
