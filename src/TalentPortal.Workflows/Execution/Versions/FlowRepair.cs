using TalentPortal.Workflows.Activities.Flow;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Graphs;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Execution.Versions;

/// <summary>
/// Sets the counters of a flowchart that was carried over, so that no join waits for a branch that can't come any more, and names the
/// activities that have all they waited for.
/// </summary>
internal sealed class FlowRepair
{
    private readonly ActivityRun _flowchart;
    private readonly FlowDetail _detail;
    private readonly FlowGraph _graph;
    private readonly FlowState _state;
    private readonly bool[] _canStillRun;

    private readonly IReadOnlySet<string> _waiting;

    /// <summary>Looks at a flowchart.</summary>
    /// <param name="flowchart">Its run, carried over.</param>
    /// <param name="waiting">The activities that waited for more to arrive before it was.</param>
    public FlowRepair(ActivityRun flowchart, IReadOnlySet<string> waiting)
    {
        _flowchart = flowchart;
        _waiting = waiting;
        _detail = (FlowDetail)flowchart.Node.Detail!;
        _state = flowchart.Flow!.Copy();
        _graph = _detail.From(_state.Start);
        _canStillRun = new bool[_detail.Activities.Count];
        foreach (var child in flowchart.Children)
        {
            var reachable = _graph.Reachable(_detail.IndexOf(child.Node));
            for (var i = 0; i < _canStillRun.Length; i++) _canStillRun[i] |= reachable[i];
        }
    }

    /// <summary>The activities of a flowchart to which one way has led and others may yet lead.</summary>
    public static HashSet<string> WaitingIn(ActivityRun flowchart)
    {
        var (detail, state) = ((FlowDetail)flowchart.Node.Detail!, flowchart.Flow!);
        var graph = detail.From(state.Start);
        bool HasArrived(int connection) => state.Counts[connection] > state.Visits[graph.Target(connection)];
        return [.. from index in Enumerable.Range(0, detail.Activities.Count)
                   let inbound = graph.ForwardInbound(index)
                   where inbound.Any(connection => HasArrived(connection) && state.Followed[connection]) && !inbound.All(HasArrived)
                   select detail.Activities[index].Id];
    }

    /// <summary>Mends the counters.</summary>
    /// <returns>The activities that are to run because nothing is missing for them any more.</returns>
    public IReadOnlyList<ActivityNode> Run()
    {
        var before = _state.Copy();
        for (var connection = 0; connection < _state.Counts.Length; connection++)
        {
            var (source, target) = (_graph.Source(connection), _graph.Target(connection));
            if (!_graph.IsForward(connection) || _canStillRun[source] || _state.Counts[connection] > _state.Visits[target]) continue;
            // Of a join that was passed already nothing has to come; it is left as it is unless something is still on its way there.
            if (!_graph.ForwardInbound(target)
                .Any(inbound => _canStillRun[_graph.Source(inbound)] || before.Counts[inbound] > before.Visits[target]))
                continue;
            _state.Counts[connection] = _state.Visits[target] + 1;
        }

        _flowchart.Flow = _state;
        return [.. Enumerable.Range(0, _detail.Activities.Count).Where(IsReady).Select(index => _detail.Activities[index])];
    }

    private bool IsReady(int target)
    {
        var inbound = _graph.ForwardInbound(target);
        // What has run before was not waiting: a loop may have counted its ways more than once.
        return inbound.Length > 0 && _state.Visits[target] == 0 && _waiting.Contains(_detail.Activities[target].Id)
            && !_flowchart.Children.Exists(run => _detail.IndexOf(run.Node) == target)
            && inbound.All(connection => _state.Counts[connection] > _state.Visits[target])
            && inbound.Any(connection => _state.Followed[connection]);
    }
}
