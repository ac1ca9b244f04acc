using TalentPortal.Workflows.Activities.Blocks;
using TalentPortal.Workflows.Activities.Composition;
using TalentPortal.Workflows.Activities.Flow;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Execution.Bursts;

internal sealed partial class BurstEngine
{
    /// <summary>Repeats what the incident stopped. A stuck instance is only looked at again.</summary>
    public async Task RetryAsync(WorkflowInstance instance, Incident incident)
    {
        recorder.Resolve(instance, incident);
        var run = instance.Runs.Find(candidate => candidate.Id == incident.RunId);
        if (incident.Kind == IncidentKind.LoopLimit)
        {
            foreach (var other in instance.OpenIncidents.FindAll(other => other.Kind == IncidentKind.LoopLimit))
                recorder.Resolve(instance, other);
            foreach (var pending in instance.Runs.Where(candidate => candidate.Status == RunStatus.Pending))
                instance.Queue.Enqueue(pending);
        }
        else if (run is not null && incident.Step is { } step)
        {
            if (step is ResumeStep resume)
            {
                recorder.AddBookmark(instance, resume.Bookmark);
                instance.ResumeInput = resume.Input;
            }

            _executed++;
            await RunStepAsync(instance, run, step).ConfigureAwait(false);
        }

        await DrainAsync(instance).ConfigureAwait(false);
        instance.ResumeInput = null;
    }

    /// <summary>Cancels an instance and those it started.</summary>
    public async Task CancelInstanceAsync(WorkflowInstance instance)
    {
        await CancelAllAsync(instance).ConfigureAwait(false);
        End(instance, WorkflowSubStatus.Cancelled);
        foreach (var child in session.Instances.Where(child => child.ParentInstanceId == instance.Id).ToList())
            await CancelChildAsync(child.Id).ConfigureAwait(false);
    }

    /// <summary>Cancels an instance for the parent that started it, if it still runs.</summary>
    public async Task CancelChildAsync(string instanceId)
    {
        if (session.Find(instanceId) is { Status: WorkflowStatus.Running } child) await CancelInstanceAsync(child).ConfigureAwait(false);
    }

    /// <summary>
    /// Clears the way to an activity, opening what lies around it, and runs it; what a loop limit left inside is dropped.
    /// </summary>
    public async Task MoveToAsync(WorkflowInstance instance, ActivityNode target)
    {
        recorder.Touch(instance);
        var path = Around(target);
        var owner = instance.Runs.Find(run => run.Owner is null) ?? Reopen(instance);
        foreach (var node in path)
        {
            await ClearForAsync(instance, owner, node).ConfigureAwait(false);
            owner = owner.Children.Find(run => run.Node == node) ?? Open(instance, owner, node);
        }

        await ClearForAsync(instance, owner, target).ConfigureAwait(false);
        foreach (var leftOver in instance.Runs.FindAll(run => run.Status == RunStatus.Pending && run.HasEndedOwner))
            Forget(instance, leftOver);
        Enqueue(instance, owner, new ScheduledChild(target, null));
        await DrainAsync(instance).ConfigureAwait(false);
    }

    /// <summary>The flowcharts and sequences around an activity, outermost first.</summary>
    private static List<ActivityNode> Around(ActivityNode target)
    {
        var path = new List<ActivityNode>();
        for (var node = target.Parent; node?.Parent is not null; node = node.Parent) path.Insert(0, node);
        return path;
    }

    private static ActivityRun Reopen(WorkflowInstance instance)
    {
        var scope = new ActivityRun(instance.NextNumber(), instance.Definition.Scope, instance.Definition, owner: null)
        {
            Inner = instance.Definition,
            Status = RunStatus.Running,
        };
        WorkflowScope.Open(scope, scope.Node);
        instance.Runs.Add(scope);
        return scope;
    }

    /// <summary>Opens a container without running it, so that the move goes on inside.</summary>
    private ActivityRun Open(WorkflowInstance instance, ActivityRun owner, ActivityNode node)
    {
        var run = new ActivityRun(instance.NextNumber(), node, instance.Definition, owner) { Status = RunStatus.Running };
        WorkflowScope.Open(run, node);
        owner.Children.Add(run);
        instance.Runs.Add(run);
        recorder.Journal(instance, node, JournalEvent.Started);
        return run;
    }

    /// <summary>Stops what the move replaces inside one container and sets its counters back, unless the next node is open.</summary>
    private async Task ClearForAsync(WorkflowInstance instance, ActivityRun owner, ActivityNode next)
    {
        var isOpen = next.Activity is Flowchart or Sequence
            && owner.Children.Exists(run => run.Node == next && run.Status == RunStatus.Running);
        if (isOpen) return;
        ResolveStep(instance, owner);
        var move = owner.Node.Activity is Flowchart ? new FlowMove(owner, next) : null;
        foreach (var child in owner.Children.ToList())
        {
            if (move?.Keeps(child) == true) continue;
            if (child.Status == RunStatus.Pending) Forget(instance, child);
            else await CancelAsync(instance, child).ConfigureAwait(false);
        }

        if (move is not null) owner.Flow = move.Reset();
        if (owner.Node.Activity is Sequence)
        {
            var index = owner.Node.Children.TakeWhile(child => child.Node != next).Count();
            owner.Properties.Remove(Sequence.Breaking);
            owner.Properties[Sequence.Next] = System.Text.Json.Nodes.JsonValue.Create(index + 1);
        }
    }

    /// <summary>A container that failed to go on is told where to go on by the move.</summary>
    private void ResolveStep(WorkflowInstance instance, ActivityRun owner)
    {
        foreach (var incident in instance.OpenIncidents.FindAll(incident => incident.RunId == owner.Id))
            recorder.Resolve(instance, incident);
        owner.Status = RunStatus.Running;
    }
}
