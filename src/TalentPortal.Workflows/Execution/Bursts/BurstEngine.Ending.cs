using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Execution.Bursts;

internal sealed partial class BurstEngine
{
    /// <summary>Ends a run with outcomes: what is still open inside is stopped, then the run around it goes on.</summary>
    public async Task CompleteAsync(WorkflowInstance instance, ActivityRun run, IReadOnlyList<string> outcomes)
    {
        if (!run.IsLive) return;
        await EndAsync(instance, run, isCanceled: false).ConfigureAwait(false);
        await TellOwnerAsync(instance, run, outcomes).ConfigureAwait(false);
    }

    private async Task TellOwnerAsync(WorkflowInstance instance, ActivityRun run, IReadOnlyList<string> outcomes)
    {
        recorder.Journal(instance, run.Node, JournalEvent.Completed, outcomes);
        if (run.Owner is not { IsLive: true } owner) return;
        var child = new ChildCompletion(run.Node, outcomes, run.Tag, run.EnteredBackward);
        await RunStepAsync(instance, owner, new ChildStep(child)).ConfigureAwait(false);
    }

    /// <summary>Stops a run and everything inside it; nobody is told but the activities themselves.</summary>
    public async Task CancelAsync(WorkflowInstance instance, ActivityRun run)
    {
        if (!run.IsLive) return;
        await EndAsync(instance, run, isCanceled: true).ConfigureAwait(false);
        recorder.Journal(instance, run.Node, JournalEvent.Canceled);
    }

    /// <summary>Ends an instance from outside or by Finish.</summary>
    public void End(WorkflowInstance instance, WorkflowSubStatus subStatus)
    {
        instance.Status = WorkflowStatus.Finished;
        instance.SubStatus = subStatus;
        instance.KeptEvents.Clear();
        foreach (var incident in instance.OpenIncidents.ToList()) recorder.Resolve(instance, incident);
    }

    public async Task CancelAllAsync(WorkflowInstance instance)
    {
        recorder.Touch(instance);
        foreach (var run in instance.Runs.Where(run => run.Status == RunStatus.Pending).ToList()) Forget(instance, run);
        while (instance.Runs.Count > 0)
        {
            var outermost = instance.Runs[0].Outward().Last(run => run.IsLive);
            await CancelAsync(instance, outermost).ConfigureAwait(false);
        }

        instance.Queue.Clear();
    }

    /// <summary>Calls off a dispatched workflow that nobody waits for any more.</summary>
    public void Recall(string instanceId) => recorder.Recall(instanceId);

    private async Task FinishAsync(WorkflowInstance instance, ActivityRun finishing)
    {
        recorder.Journal(instance, finishing.Node, JournalEvent.Completed, [Activity.Done]);
        finishing.Status = RunStatus.Ended;
        instance.Runs.Remove(finishing);
        finishing.Owner?.Children.Remove(finishing);
        await CancelAllAsync(instance).ConfigureAwait(false);
        End(instance, WorkflowSubStatus.Finished);
        await NotifyParentAsync(instance).ConfigureAwait(false);
    }

    /// <summary>
    /// Complete and Break: the inner activity is done without telling those between, then the outer one completes. Where the outer one has
    /// ended already and the inner one only ran because it was queued, it completes like any other.
    /// </summary>
    private async Task CompleteAroundAsync(
        WorkflowInstance instance, ActivityRun inner, ActivityRun around, IReadOnlyList<string> outcomes)
    {
        if (!around.IsLive)
        {
            await CompleteAsync(instance, inner, outcomes).ConfigureAwait(false);
            return;
        }

        await EndAsync(instance, inner, isCanceled: false).ConfigureAwait(false);
        recorder.Journal(instance, inner.Node, JournalEvent.Completed, [Activity.Done]);
        await CompleteAsync(instance, around, outcomes).ConfigureAwait(false);
    }

    private async Task EndAsync(WorkflowInstance instance, ActivityRun run, bool isCanceled)
    {
        // What is only queued stays queued: Elsa's own activities still run, the host's are dropped when their turn comes.
        foreach (var child in run.Children.Where(child => child.Status != RunStatus.Pending).ToList())
            await CancelAsync(instance, child).ConfigureAwait(false);
        var bookmarks = instance.OpenBookmarks.FindAll(bookmark => bookmark.RunId == run.Id);
        if (isCanceled) await CallCancelAsync(instance, run, bookmarks).ConfigureAwait(false);
        foreach (var bookmark in bookmarks) recorder.RemoveBookmark(instance, bookmark);
        foreach (var incident in instance.OpenIncidents.FindAll(incident => incident.RunId == run.Id))
            recorder.Resolve(instance, incident);
        run.Status = RunStatus.Ended;
        instance.Runs.Remove(run);
        run.Owner?.Children.Remove(run);
    }

    private async Task CallCancelAsync(WorkflowInstance instance, ActivityRun run, IReadOnlyList<Bookmark> bookmarks)
    {
        var context = new ActivityContext(this, instance, run);
        var mark = Host?.Mark() ?? 0;
        try
        {
            await run.Node.Activity.CancelAsync(context, bookmarks).ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsForeign(exception))
        {
            context.Undo();
            Host?.Rollback(mark);
            var message = $"Could not be cancelled cleanly: {exception.Message}";
            var incident = CreateIncident(instance, IncidentKind.Exception, run.Node, message);
            recorder.Raise(instance, incident with { ExceptionType = exception.GetType().Name, Exception = exception });
        }
    }
}
