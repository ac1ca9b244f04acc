using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Execution.Bursts;

internal sealed partial class BurstEngine
{
    /// <summary>Calls into an activity once; commits what it wants, or drops it and raises an incident when it throws.</summary>
    public async Task RunStepAsync(WorkflowInstance instance, ActivityRun run, Step step)
    {
        recorder.Touch(instance);
        if (step is ResumeStep resumed) recorder.RemoveBookmark(instance, resumed.Bookmark);
        var context = new ActivityContext(this, instance, run);
        var mark = Host?.Mark() ?? 0;
        try
        {
            await CallAsync(context, step).ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsForeign(exception))
        {
            context.Undo();
            Host?.Rollback(mark);
            Fail(instance, run, step, exception);
            return;
        }

        await CommitAsync(context, step).ConfigureAwait(false);
    }

    private bool IsForeign(Exception exception) =>
        exception is OperationCanceledException && Cancellation.IsCancellationRequested || Host?.Rethrows(exception) == true;

    private async ValueTask CallAsync(ActivityContext context, Step step)
    {
        var (instance, run) = (context.Instance, context.Run);
        run.Status = RunStatus.Running;
        var activity = run.Node.Activity;
        switch (step)
        {
            case ExecuteStep:
                recorder.Journal(instance, run.Node, JournalEvent.Started);
                context.EvaluateInputs();
                await activity.ExecuteAsync(context).ConfigureAwait(false);
                break;
            case ResumeStep resume:
                recorder.Journal(instance, run.Node, JournalEvent.Resumed);
                context.EvaluateInputs();
                await activity.ResumeAsync(context, resume.Bookmark, resume.Input).ConfigureAwait(false);
                break;
            case ChildStep child:
                await activity.ChildCompletedAsync(context, child.Child).ConfigureAwait(false);
                break;
            default:
                throw new InvalidOperationException($"Unknown step {step.GetType().Name}.");
        }
    }

    private async Task CommitAsync(ActivityContext context, Step step)
    {
        var (instance, run, result) = (context.Instance, context.Run, context.Result);
        foreach (var line in result.Lines) recorder.Line(new WrittenLine(instance.Id, run.Node.Id, line));
        _published.AddRange(result.Events);
        foreach (var dispatched in result.Dispatched) recorder.Dispatch(dispatched);
        if (result.FinishesInstance)
        {
            await FinishAsync(instance, run).ConfigureAwait(false);
            return;
        }

        if (step is ResumeStep resume && result.KeepsBookmark) recorder.AddBookmark(instance, resume.Bookmark);
        foreach (var bookmark in result.Bookmarks) recorder.AddBookmark(instance, bookmark);
        if (result.CompletesAround is { } around)
        {
            await CompleteAroundAsync(instance, run, around, result.Outcomes ?? [Activity.Done]).ConfigureAwait(false);
            return;
        }

        foreach (var scheduled in result.Scheduled) Enqueue(instance, run, scheduled);
        foreach (var canceled in result.Canceled) await CancelAsync(instance, canceled).ConfigureAwait(false);
        if (instance.OpenIncidents.Exists(incident => incident.RunId == run.Id)) run.Status = RunStatus.Faulted;
        var hasNothingLeft = run.Status == RunStatus.Running && run.Children.Count == 0 && !instance.Waits(run);
        if (result.Outcomes is not null || hasNothingLeft)
            await CompleteAsync(instance, run, result.Outcomes ?? [Activity.Done]).ConfigureAwait(false);
        else if (result.Bookmarks.Count > 0)
            recorder.Journal(instance, run.Node, JournalEvent.Suspended);
    }

    private static ActivityRun Enqueue(WorkflowInstance instance, ActivityRun owner, ScheduledChild scheduled)
    {
        var run = new ActivityRun(instance.NextNumber(), scheduled.Node, owner.Inner ?? owner.Definition, owner)
        {
            Tag = scheduled.Tag,
            EnteredBackward = scheduled.EnteredBackward,
        };
        run.Variables.AddRange(scheduled.Variables);
        owner.Children.Add(run);
        instance.Runs.Add(run);
        instance.Queue.Enqueue(run);
        return run;
    }

    private void Fail(WorkflowInstance instance, ActivityRun run, Step step, Exception exception)
    {
        run.Status = RunStatus.Faulted;
        recorder.Journal(instance, run.Node, JournalEvent.Faulted, text: exception.Message);
        var incident = CreateIncident(instance, IncidentKind.Exception, run.Node, exception.Message);
        recorder.Raise(instance, incident with
        {
            ExceptionType = exception.GetType().Name,
            Exception = exception,
            RunId = run.Id,
            Step = step,
        });
    }

    private void RaiseLoopLimit(WorkflowInstance instance, ActivityRun next) => recorder.Raise(
        instance,
        CreateIncident(instance, IncidentKind.LoopLimit, next.Node, $"More than {runner.Options.MaxActivityRuns} activities ran at once."));

    private void RaiseStuck(WorkflowInstance instance) => recorder.Raise(
        instance,
        CreateIncident(instance, IncidentKind.Stuck, instance.Runs[^1].Node, "Nothing runs and nothing waits before the end."));

    private Incident CreateIncident(WorkflowInstance instance, IncidentKind kind, ActivityNode node, string message) =>
        new()
        {
            Id = instance.NextId(),
            InstanceId = instance.Id,
            Kind = kind,
            ActivityId = node.Id,
            ActivityType = node.TypeName,
            Message = message,
            At = Clock.GetUtcNow(),
        };
}
