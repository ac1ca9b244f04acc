using TalentPortal.Workflows.Definitions.Graphs;
using TalentPortal.Workflows.Definitions.Values;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Execution.Bursts;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Activities.Flow;

/// <summary>What follows in a flowchart when one of its activities has completed. Works on a copy of the counters.</summary>
internal sealed class FlowWalk
{
    private static readonly string[] NoOutcomes = [];
    private readonly ActivityContext _context;
    private readonly FlowDetail _detail;
    private readonly FlowGraph _graph;
    private readonly FlowState _state;

    public FlowWalk(ActivityContext context)
    {
        _context = context;
        _detail = (FlowDetail)context.Node.Detail!;
        _state = context.Run.Flow!.Copy();
        _graph = _detail.From(_state.Start);
    }

    public void Complete(ChildCompletion child)
    {
        Leave(_detail.IndexOf(child.Node), child.Outcomes, countVisit: !child.EnteredBackward);
        _context.SetFlow(_state);
    }

    /// <summary>Visits every connection that leaves an activity; no outcomes means that the activity was skipped or cancelled.</summary>
    private void Leave(int activity, IReadOnlyList<string> outcomes, bool countVisit)
    {
        if (countVisit) _state.Visits[activity]++;
        foreach (var connection in _graph.Outbound(activity))
        {
            var port = _detail.Connections[connection].SourcePort;
            var isFollowed = outcomes.Count > 0 && (port is null || outcomes.Contains(port, StringComparer.Ordinal));
            _state.Counts[connection]++;
            _state.Followed[connection] = isFollowed;
            if (_graph.IsForward(connection)) Arrive(connection);
            else if (isFollowed) EnterBackward(connection);
        }
    }

    private void EnterBackward(int connection)
    {
        if (!_graph.IsSoundBackward(connection))
            throw new InvalidOperationException($"Invalid backward connection to '{_detail.Connections[connection].Target}'.");
        _context.Result.Scheduled.Add(new ScheduledChild(_detail.Activities[_graph.Target(connection)], null) { EnteredBackward = true });
    }

    private void Arrive(int connection)
    {
        var target = _graph.Target(connection);
        switch (ModeOf(target))
        {
            case FlowJoinMode.WaitAny:
                ArriveAny(connection, target);
                break;
            case FlowJoinMode.WaitAll:
                if (AllVisited(target)) EnterOrSkip(target, _graph.ForwardInbound(target).All(inbound => _state.Followed[inbound]));
                break;
            default:
                if (AllVisited(target)) EnterOrSkip(target, AnyFollowed(target));
                break;
        }
    }

    /// <summary>The first arrival enters and stops what is still under way towards the join; later ones are ignored.</summary>
    private void ArriveAny(int connection, int target)
    {
        if (_state.Counts[connection] <= _state.Visits[target] || IsQueued(target)) return;
        if (AnyFollowed(target))
        {
            _context.Schedule(_detail.Activities[target]);
            CancelUpstream(target);
        }
        else if (AllVisited(target))
        {
            Leave(target, NoOutcomes, countVisit: true);
        }
    }

    private void CancelUpstream(int target)
    {
        var upstream = _graph.Upstream(target);
        foreach (var run in _context.Run.Children)
        {
            var index = _detail.IndexOf(run.Node);
            if (run.Status is not (RunStatus.Running or RunStatus.Faulted) || !upstream[index]) continue;
            if (_context.Result.Canceled.Contains(run)) continue;
            _context.Result.Canceled.Add(run);
            Leave(index, NoOutcomes, countVisit: !run.EnteredBackward);
        }
    }

    private void EnterOrSkip(int target, bool enters)
    {
        if (enters) _context.Schedule(_detail.Activities[target]);
        else Leave(target, NoOutcomes, countVisit: true);
    }

    private bool IsQueued(int target)
    {
        var node = _detail.Activities[target];
        return _context.Result.Scheduled.Exists(scheduled => scheduled.Node == node)
            || _context.Run.Children.Exists(run => run.Node == node && run.Status == RunStatus.Pending);
    }

    private bool AllVisited(int target) => _graph.ForwardInbound(target).All(inbound => _state.Counts[inbound] > _state.Visits[target]);

    private bool AnyFollowed(int target) => _graph.ForwardInbound(target).Any(inbound => _state.Followed[inbound]);

    private FlowJoinMode ModeOf(int target)
    {
        var node = _detail.Activities[target];
        if (node.Activity is not FlowJoin) return FlowJoinMode.WaitAllActive;
        var binding = node.Inputs[FlowJoin.Mode];
        var mode = binding.Expression is null ? binding.Input.Default : _context.Evaluate(binding.Expression, binding.Input.Type);
        return Enum.Parse<FlowJoinMode>(DataConversion.ToText(mode ?? binding.Input.Default)!);
    }
}
