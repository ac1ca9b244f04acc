using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution.State;
using TalentPortal.Workflows.Execution.Versions;

namespace TalentPortal.Workflows.Execution.Bursts;

internal sealed partial class BurstEngine
{
    /// <summary>
    /// Pins an instance to another version: what has its place there goes on untouched, what has none is cancelled and goes on at the
    /// activities named for it.
    /// </summary>
    public async Task MoveToVersionAsync(WorkflowInstance instance, WorkflowDefinition to, IReadOnlyList<ActivityNode> targets)
    {
        foreach (var run in VersionFit.Of(instance, to, Catalog).Runs)
        {
            if (run.Status == RunStatus.Pending) Forget(instance, run);
            else await CancelAsync(instance, run).ConfigureAwait(false);
        }

        var waiting = instance.Runs.Where(run => run.Flow is not null).ToDictionary(run => run.Id, FlowRepair.WaitingIn);
        var carried = VersionCarrier.Carry(instance, to, Catalog);
        session.Replace(instance, carried);
        recorder.Replace(instance, carried);
        foreach (var flowchart in carried.Runs.Where(run => run.Flow is not null && run.Definition == to).ToList())
        {
            if (flowchart.Children.Count == 0) continue;
            foreach (var ready in new FlowRepair(flowchart, waiting[flowchart.Id]).Run())
                Enqueue(carried, flowchart, new ScheduledChild(ready, null));
        }

        await DrainUnlessEmptyAsync(carried).ConfigureAwait(false);
        foreach (var target in targets.Where(_ => carried.Status == WorkflowStatus.Running))
            await MoveToAsync(carried, target).ConfigureAwait(false);
        if (targets.Count == 0) await DrainAsync(carried).ConfigureAwait(false);
    }

    /// <summary>Runs what the new version has made ready; what still has to be moved is not yet called stuck.</summary>
    private Task DrainUnlessEmptyAsync(WorkflowInstance carried) => carried.Queue.Count > 0 ? DrainAsync(carried) : Task.CompletedTask;
}
