using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution.State;
using TalentPortal.Workflows.Expressions;

namespace TalentPortal.Workflows.Execution.Bursts;

/// <summary>One call of the runner: starts and resumes instances and runs their queues until every branch waits.</summary>
internal sealed partial class BurstEngine(
    WorkflowRunner runner, WorkflowSession session, IWorkflowHost? host, BurstRecorder recorder, CancellationToken cancellation)
{
    private int _executed;
    private int _nesting;

    public TimeProvider Clock => runner.Clock;

    public ExpressionEvaluator Evaluator => runner.Evaluator;

    public DefinitionCatalog Catalog => runner.Catalog;

    public IWorkflowHost? Host { get; } = host;

    public CancellationToken Cancellation { get; } = cancellation;

    private bool IsExhausted => _executed >= runner.Options.MaxActivityRuns;

    public async Task<WorkflowInstance> StartAsync(WorkflowDefinition definition, StartRequest request)
    {
        if (_nesting >= runner.Options.MaxNesting)
            throw new InvalidOperationException($"More than {runner.Options.MaxNesting} workflows start one another.");
        var instance = new WorkflowInstance(request.InstanceId ?? Guid.CreateVersion7(Clock.GetUtcNow()).ToString("N"), definition)
        {
            ParentInstanceId = request.ParentInstanceId,
            CorrelationId = request.CorrelationId,
            TriggerActivityId = request.TriggerActivityId,
            IsNew = true,
        };
        foreach (var (name, value) in request.Input ?? []) instance.Input[name] = ConvertInput(definition, name, value);
        session.Add(instance);
        var scope = new ActivityRun(instance.NextNumber(), definition.Scope, definition, owner: null) { Inner = definition };
        instance.Runs.Add(scope);
        instance.Queue.Enqueue(scope);
        _nesting++;
        await DrainAsync(instance).ConfigureAwait(false);
        _nesting--;
        return instance;
    }

    public async Task ResumeAsync(WorkflowInstance instance, Bookmark bookmark, System.Text.Json.Nodes.JsonObject? input)
    {
        var run = instance.Runs.Find(candidate => candidate.Id == bookmark.RunId)
            ?? throw new InvalidOperationException($"Bookmark '{bookmark.Id}' belongs to no run.");
        instance.ResumeInput = input;
        await RunStepAsync(instance, run, new ResumeStep(bookmark, input)).ConfigureAwait(false);
        await DrainAsync(instance).ConfigureAwait(false);
        instance.ResumeInput = null;
    }

    /// <summary>Runs what is queued, first in first out, then decides what the instance has become.</summary>
    public async Task DrainAsync(WorkflowInstance instance)
    {
        recorder.Touch(instance);
        instance.SubStatus = WorkflowSubStatus.Executing;
        while (instance.Queue.TryPeek(out var run))
        {
            Cancellation.ThrowIfCancellationRequested();
            if (run.Status != RunStatus.Pending || MustDrop(run))
            {
                instance.Queue.Dequeue();
                Forget(instance, run);
                continue;
            }

            if (IsExhausted)
            {
                RaiseLoopLimit(instance, run);
                break;
            }

            instance.Queue.Dequeue();
            _executed++;
            await RunStepAsync(instance, run, ExecuteStep.Instance).ConfigureAwait(false);
        }

        instance.Queue.Clear();
        await SettleAsync(instance).ConfigureAwait(false);
    }

    private static bool MustDrop(ActivityRun run) => !run.Node.Activity.RunsAfterOwnerEnded && run.HasEndedOwner;

    private static void Forget(WorkflowInstance instance, ActivityRun run)
    {
        if (run.Status != RunStatus.Pending) return;
        run.Status = RunStatus.Ended;
        instance.Runs.Remove(run);
        run.Owner?.Children.Remove(run);
    }

    private static System.Text.Json.Nodes.JsonNode? ConvertInput(
        WorkflowDefinition definition, string name, System.Text.Json.Nodes.JsonNode? value)
    {
        var declared = definition.Inputs.FirstOrDefault(input => input.Name == name);
        return (declared is null || value is null ? value : declared.Type.Convert(value))?.DeepClone();
    }

    private async Task SettleAsync(WorkflowInstance instance)
    {
        if (instance.Status == WorkflowStatus.Finished) return;
        var isAnythingLeftOver = instance.Runs.Exists(run => run.Status == RunStatus.Pending);
        foreach (var over in instance.OpenIncidents.FindAll(incident =>
            incident.Kind == IncidentKind.Stuck || incident.Kind == IncidentKind.LoopLimit && !isAnythingLeftOver))
            recorder.Resolve(instance, over);
        if (instance.Runs.Count == 0)
        {
            End(instance, WorkflowSubStatus.Finished);
            await NotifyParentAsync(instance).ConfigureAwait(false);
            return;
        }

        if (instance.OpenBookmarks.Count == 0 && instance.OpenIncidents.Count == 0) RaiseStuck(instance);
        instance.SubStatus = IsFaulted(instance) ? WorkflowSubStatus.Faulted : WorkflowSubStatus.Suspended;
    }

    private static bool IsFaulted(WorkflowInstance instance) => instance.OpenIncidents.Exists(incident =>
        incident.Kind != IncidentKind.Exception || instance.Definition.Options.IncidentStrategy == IncidentStrategy.Fault);
}
