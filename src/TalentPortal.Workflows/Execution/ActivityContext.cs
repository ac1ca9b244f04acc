using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Execution.Bursts;
using TalentPortal.Workflows.Execution.State;
using TalentPortal.Workflows.Expressions;

namespace TalentPortal.Workflows.Execution;

/// <summary>
/// What an activity sees and does in one step. Bookmarks, scheduled activities, lines and completion take effect after the step returns;
/// when it throws, all of it is dropped.
/// </summary>
public sealed class ActivityContext
{
    private readonly UndoLog _undo = new();

    internal ActivityContext(BurstEngine engine, WorkflowInstance instance, ActivityRun run)
    {
        Engine = engine;
        Instance = instance;
        Run = run;
        Scope = new EvaluationScope(instance, run, _undo);
    }

    /// <summary>The activity as the definition has it.</summary>
    public ActivityNode Node => Run.Node;

    /// <summary>The definition the activity belongs to.</summary>
    public WorkflowDefinition Definition => Run.Definition;

    /// <summary>Id of the instance.</summary>
    public string InstanceId => Instance.Id;

    /// <summary>Number of this run of the activity, unique within the instance and the same after a resume.</summary>
    public int RunId => Run.Id;

    /// <summary>Correlation id of the instance, or null.</summary>
    public string? CorrelationId => Instance.CorrelationId;

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => Engine.Clock.GetUtcNow();

    /// <summary>Cancels the burst.</summary>
    public CancellationToken Cancellation => Engine.Cancellation;

    internal BurstEngine Engine { get; }

    internal WorkflowInstance Instance { get; }

    internal ActivityRun Run { get; }

    internal EvaluationScope Scope { get; }

    internal StepResult Result { get; } = new();

    /// <summary>The host of the burst.</summary>
    /// <exception cref="InvalidOperationException">The burst has no host of that type.</exception>
    public T Host<T>()
        where T : class, IWorkflowHost =>
        Engine.Host as T ?? throw new InvalidOperationException($"The burst has no host of type {typeof(T).Name}.");

    /// <summary>The value of an input, converted to its declared type; null or the type's default when unset.</summary>
    public JsonNode? Input(string name)
    {
        if (Run.KeptInputs?.TryGetValue(name, out var kept) == true) return kept;
        if (!Node.Inputs.TryGetValue(name, out var binding))
            throw new ArgumentException($"Activity type {Node.TypeName} declares no input '{name}'.", nameof(name));
        if (!binding.Input.IsEvaluatedAhead) return Evaluate(binding);
        var values = BurstInputs();
        return values.TryGetValue(name, out var known) ? known : values[name] = Evaluate(binding);
    }

    /// <summary>The value of an input as a .NET type (JSON conversion, web defaults).</summary>
    public T? Input<T>(string name) => StateJson.To<T>(Input(name));

    /// <summary>The value of a workflow input, or null.</summary>
    public JsonNode? WorkflowInput(string name) => Scope.GetInput(name);

    /// <summary>Sets an output: it goes where the definition leads it.</summary>
    public void SetOutput(string name, JsonNode? value) => OutputWriter.Set(Instance, Run, Scope, _undo, name, value);

    /// <summary>Sets an output of the nearest workflow around the activity that declares it, else of the instance.</summary>
    public void SetWorkflowOutput(string name, JsonNode? value) => OutputWriter.SetNamed(Instance, Run, _undo, name, value);

    /// <summary>The value of a variable in scope, by id or name, or null.</summary>
    public JsonNode? GetVariable(string idOrName) => Scope.GetVariable(idOrName);

    /// <summary>Sets a variable in scope by id or name; an unknown one is created for the workflow.</summary>
    public void SetVariable(string idOrName, JsonNode? value) => Scope.SetVariable(idOrName, value);

    /// <summary>What the activity remembers under a name over resumes, or null.</summary>
    public JsonNode? GetProperty(string name) => Run.Properties.GetValueOrDefault(name);

    /// <summary>Remembers something small over resumes.</summary>
    public void SetProperty(string name, JsonNode? value)
    {
        var before = Run.Properties.GetValueOrDefault(name);
        _undo.Add(() => Run.Properties[name] = before);
        Run.Properties[name] = value;
    }

    /// <summary>Waits: the activity goes on when the bookmark is resumed.</summary>
    /// <param name="payload">Data of the wait; not to be changed afterwards.</param>
    /// <param name="dueAt">When it is due by itself, UTC.</param>
    /// <param name="key">Key for the host to find it by.</param>
    /// <param name="name">Kind of wait; the activity type when null.</param>
    public Bookmark CreateBookmark(JsonNode? payload = null, DateTimeOffset? dueAt = null, string? key = null, string? name = null)
    {
        var bookmark = new Bookmark
        {
            Id = Instance.NextId(),
            InstanceId = Instance.Id,
            ActivityId = Node.Id,
            ActivityType = Node.TypeName,
            RunId = Run.Id,
            Name = name ?? Node.TypeName,
            Payload = payload,
            DueAt = dueAt,
            Key = key,
        };
        Result.Bookmarks.Add(bookmark);
        return bookmark;
    }

    /// <summary>Keeps the bookmark that is being resumed: the activity waits on.</summary>
    public void KeepBookmark() => Result.KeepsBookmark = true;

    /// <summary>Completes the activity with outcomes; with none, it is Done.</summary>
    public void Complete(params IReadOnlyList<string> outcomes) => Result.Outcomes = outcomes.Count == 0 ? [Activity.Done] : outcomes;

    /// <summary>Queues an embedded activity.</summary>
    /// <param name="child">One of the node's children.</param>
    /// <param name="tag">Comes back with its completion.</param>
    public void Schedule(ActivityNode child, string? tag = null) => Result.Scheduled.Add(new ScheduledChild(child, tag));

    /// <summary>Writes a line into the burst.</summary>
    public void Write(string line) => Result.Lines.Add(line);

    /// <summary>Publishes an event; it is delivered when the burst's queue is empty.</summary>
    public void Publish(string eventName, JsonNode? payload = null, string? correlationId = null, bool isLocal = false) =>
        Result.Events.Add(new PublishedEvent(eventName, payload, correlationId, Instance.Id, isLocal));

    internal void EvaluateInputs()
    {
        if (Run.KeptInputs is not null) return;
        Run.BurstInputs = null;
        var values = BurstInputs();
        foreach (var binding in Node.Inputs.Values)
        {
            if (binding.Input.IsEvaluatedAhead) values[binding.Input.Name] = Evaluate(binding);
        }

        if (!Node.Activity.KeepsInputs) return;
        _undo.Add(() => Run.KeptInputs = null);
        Run.KeptInputs = values;
    }

    internal void SetFlow(FlowState flow)
    {
        var before = Run.Flow;
        _undo.Add(() => Run.Flow = before);
        Run.Flow = flow;
    }

    internal void Undo() => _undo.Run();

    internal void OnUndo(Action undo) => _undo.Add(undo);

    internal JsonNode? Evaluate(Expression? expression, DataType type) => Engine.Evaluator.Evaluate(expression, type, Scope);

    /// <summary>What this burst has evaluated so far: a loop reads its items once a burst, and again after a wait.</summary>
    private Dictionary<string, JsonNode?> BurstInputs()
    {
        if (Run.BurstInputs is not { } inputs || inputs.Burst != Engine)
            Run.BurstInputs = inputs = new BurstInputs(Engine, new Dictionary<string, JsonNode?>(StringComparer.Ordinal));
        return inputs.Values;
    }

    private JsonNode? Evaluate(InputBinding binding)
    {
        var (input, expression) = binding;
        if (expression is null) return input.Default ?? input.Type.Default;
        try
        {
            return Evaluate(expression, input.Type);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new InputEvaluationException($"Failed to evaluate activity input '{input.Name}': {exception.Message}", exception);
        }
    }
}
