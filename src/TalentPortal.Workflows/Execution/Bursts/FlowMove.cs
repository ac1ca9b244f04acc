using TalentPortal.Workflows.Activities.Flow;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Graphs;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Execution.Bursts;

/// <summary>
/// A move to one activity of a flowchart: what is upstream or downstream of it is replaced, independent branches stay. Counters downstream
/// are set so that each join waits for exactly those branches that can still arrive.
/// </summary>
internal sealed class FlowMove
{
    private readonly ActivityRun _flowchart;
    private readonly FlowDetail _detail;
    private readonly FlowGraph _graph;
    private readonly FlowState _state;
    private readonly bool[] _downstream;
    private readonly bool[] _upstream;

    public FlowMove(ActivityRun flowchart, ActivityNode target)
    {
        _flowchart = flowchart;
        _detail = (FlowDetail)flowchart.Node.Detail!;
        _state = flowchart.Flow?.Copy() ?? new FlowState(_detail.Graph.Start, _detail.Activities.Count, _detail.Connections.Count);
        _graph = _detail.From(_state.Start);
        var index = _detail.IndexOf(target);
        _downstream = _graph.Downstream(index);
        _upstream = _graph.Upstream(index);
    }

    public bool Keeps(ActivityRun child)
    {
        var index = _detail.IndexOf(child.Node);
        return !_downstream[index] && !_upstream[index];
    }

    /// <summary>The counters after the replaced runs are gone and before the target is queued.</summary>
    public FlowState Reset()
    {
        var canStillRun = StillRunning();
        for (var connection = 0; connection < _state.Counts.Length; connection++)
        {
            var (source, target) = (_graph.Source(connection), _graph.Target(connection));
            if (_downstream[source])
                (_state.Counts[connection], _state.Followed[connection]) = (0, false);
            else if (_downstream[target] && _graph.IsForward(connection))
                Arrived(connection, !canStillRun[source]);
        }

        for (var activity = 0; activity < _state.Visits.Length; activity++)
        {
            if (_downstream[activity]) _state.Visits[activity] = 0;
        }

        CloseOrphans(canStillRun);
        return _state;
    }

    private void Arrived(int connection, bool hasArrived)
    {
        _state.Followed[connection] = hasArrived && _state.Counts[connection] > 0 && _state.Followed[connection];
        _state.Counts[connection] = hasArrived ? 1 : 0;
    }

    /// <summary>
    /// Joins elsewhere may wait for a branch that the move has just cancelled; what can't come any more counts as visited.
    /// </summary>
    private void CloseOrphans(bool[] canStillRun)
    {
        for (var connection = 0; connection < _state.Counts.Length; connection++)
        {
            var (source, target) = (_graph.Source(connection), _graph.Target(connection));
            if (_downstream[target] || _downstream[source] || canStillRun[source] || !_graph.IsForward(connection)) continue;
            if (_state.Counts[connection] > _state.Visits[target]) continue;
            _state.Counts[connection] = _state.Visits[target] + 1;
            _state.Followed[connection] = false;
        }
    }

    private bool[] StillRunning()
    {
        var result = new bool[_detail.Activities.Count];
        foreach (var child in _flowchart.Children)
        {
            var reachable = _graph.Reachable(_detail.IndexOf(child.Node));
            for (var i = 0; i < result.Length; i++) result[i] |= reachable[i] && !_downstream[i];
        }

        return result;
    }
}
