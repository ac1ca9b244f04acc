using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution.Bursts;
using TalentPortal.Workflows.Execution.State;
using TalentPortal.Workflows.Execution.Versions;
using TalentPortal.Workflows.Expressions;

namespace TalentPortal.Workflows.Execution;

/// <summary>
/// Starts, resumes, moves, retries and cancels workflow instances in memory. Stateless and safe for several threads; a session is not.
/// </summary>
public sealed class WorkflowRunner(DefinitionCatalog catalog, TimeProvider clock, RunnerOptions? options = null)
{
    /// <summary>The definitions it runs.</summary>
    public DefinitionCatalog Catalog { get; } = catalog;

    /// <summary>The limits it keeps.</summary>
    public RunnerOptions Options { get; } = options ?? new RunnerOptions();

    internal TimeProvider Clock { get; } = clock;

    internal ExpressionEvaluator Evaluator { get; } = new((options ?? new RunnerOptions()).Scripts);

    /// <summary>A session with the instances given by their stored states; none for a fresh start.</summary>
    /// <exception cref="InvalidOperationException">A state names a version the catalog lacks, or is of a later format.</exception>
    public WorkflowSession Load(params IReadOnlyList<string> states)
    {
        var session = new WorkflowSession();
        foreach (var state in states) session.Add(StateReader.Read(state, Catalog));
        return session;
    }

    /// <summary>Starts an instance and runs it until every branch waits.</summary>
    /// <exception cref="InvalidOperationException">No such definition.</exception>
    public Task<Burst> StartAsync(
        WorkflowSession session, StartRequest request, IWorkflowHost? host = null, CancellationToken cancellation = default)
    {
        var definition = (request.Version is { } version
            ? Catalog.Find(request.DefinitionId, version)
            : Catalog.FindPublished(request.DefinitionId))
            ?? throw new InvalidOperationException($"There is no definition '{request.DefinitionId}' to start.");
        return RunAsync(session, host, engine => engine.StartAsync(definition, request), cancellation);
    }

    /// <summary>Resumes a bookmark. When it is gone, or its instance has finished, the burst is empty.</summary>
    public Task<Burst> ResumeAsync(
        WorkflowSession session,
        string bookmarkId,
        JsonObject? input = null,
        IWorkflowHost? host = null,
        CancellationToken cancellation = default) => RunAsync(session, host, async engine =>
    {
        if (session.FindBookmark(bookmarkId) is not { } bookmark) return;
        if (session.Find(bookmark.InstanceId) is { Status: WorkflowStatus.Running } instance)
            await engine.ResumeAsync(instance, bookmark, input).ConfigureAwait(false);
    }, cancellation);

    /// <summary>Publishes an event to every running instance of the session; those that don't wait for it yet keep it.</summary>
    public Task<Burst> PublishEventAsync(
        WorkflowSession session,
        string eventName,
        JsonNode? payload = null,
        string? correlationId = null,
        IWorkflowHost? host = null,
        CancellationToken cancellation = default) => RunAsync(session, host, engine =>
    {
        engine.Publish(new PublishedEvent(eventName, payload, correlationId, InstanceId: null, IsLocal: false));
        return Task.CompletedTask;
    }, cancellation);

    /// <summary>
    /// Makes an activity the next step: it and everything after it starts afresh, what led to it is cancelled, independent branches
    /// go on.
    /// </summary>
    /// <exception cref="ArgumentException">No such activity, or not one to move to (<see cref="ActivityNode.CanMoveTo"/>).</exception>
    /// <exception cref="InvalidOperationException">The instance has finished.</exception>
    public Task<Burst> MoveToAsync(
        WorkflowSession session,
        string instanceId,
        string activityId,
        IWorkflowHost? host = null,
        CancellationToken cancellation = default)
    {
        var instance = Running(session, instanceId);
        if (instance.Definition.Find(activityId) is not { CanMoveTo: true } target)
            throw new ArgumentException($"Definition {instance.Definition} has no activity '{activityId}' to move to.", nameof(activityId));
        return RunAsync(session, host, engine => engine.MoveToAsync(instance, target), cancellation);
    }

    /// <summary>
    /// Has an instance go on in another version of its definition. What has its place there is left as it is; for each place without one
    /// (<see cref="VersionFit"/>) a step of the other version is named.
    /// </summary>
    /// <param name="session">The instances of the case.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="to">The other version; in the catalog.</param>
    /// <param name="targets">Activity of the other version by the place that it lacks.</param>
    /// <param name="host">The host.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="ArgumentException">Another definition, or a place without a step to go on at.</exception>
    /// <exception cref="InvalidOperationException">The instance has finished.</exception>
    public Task<Burst> MoveToVersionAsync(
        WorkflowSession session,
        string instanceId,
        WorkflowDefinition to,
        IReadOnlyDictionary<string, string> targets,
        IWorkflowHost? host = null,
        CancellationToken cancellation = default)
    {
        var instance = Running(session, instanceId);
        if (to.DefinitionId != instance.Definition.DefinitionId || Catalog.FindVersion(to.Id) != to)
            throw new ArgumentException($"{to} is no version of what the instance runs.", nameof(to));
        var nodes = VersionFit.Of(instance, to, Catalog).Misfits.SelectMany(misfit => misfit.Places).Distinct(StringComparer.Ordinal)
            .Select(place => targets.TryGetValue(place, out var id) && to.Find(id) is { CanMoveTo: true } node
                ? node
                : throw new ArgumentException($"{to} has no place for '{place}', and none was named.", nameof(targets)))
            .Distinct().ToList();
        return RunAsync(session, host, engine => engine.MoveToVersionAsync(instance, to, nodes), cancellation);
    }

    /// <summary>Repeats what an incident stopped. When it is resolved already, the burst is empty.</summary>
    public Task<Burst> RetryAsync(
        WorkflowSession session, string incidentId, IWorkflowHost? host = null, CancellationToken cancellation = default) =>
        RunAsync(session, host, async engine =>
        {
            if (FindIncident(session, incidentId) is var (instance, incident))
                await engine.RetryAsync(instance, incident).ConfigureAwait(false);
        }, cancellation);

    /// <summary>
    /// Tells a parent that waits for a dispatched workflow how it fares: a fault is an incident of the parent as long as it stands. When
    /// the bookmark is gone, or nothing has changed, the burst is empty.
    /// </summary>
    /// <param name="session">A session with the parent.</param>
    /// <param name="bookmarkId">The parent's wait.</param>
    /// <param name="fault">What went wrong with the child; null when it goes on.</param>
    /// <param name="host">The host.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<Burst> ReportChildAsync(
        WorkflowSession session,
        string bookmarkId,
        string? fault,
        IWorkflowHost? host = null,
        CancellationToken cancellation = default) => RunAsync(session, host, engine =>
    {
        if (session.FindBookmark(bookmarkId) is { } bookmark
            && session.Find(bookmark.InstanceId) is { Status: WorkflowStatus.Running } parent)
            engine.SetChildFault(parent, bookmark, fault);
        return Task.CompletedTask;
    }, cancellation);

    /// <summary>
    /// The activity that an incident stopped counts as done with an outcome. When it is resolved already, the burst is empty.
    /// </summary>
    /// <exception cref="ArgumentException">The activity knows no such outcome, or the incident stopped no activity
    /// (<see cref="Incident.CanSkip"/>).</exception>
    public Task<Burst> SkipAsync(
        WorkflowSession session, string incidentId, string outcome, IWorkflowHost? host = null, CancellationToken cancellation = default) =>
        RunAsync(session, host, async engine =>
        {
            if (FindIncident(session, incidentId) is not var (instance, incident)) return;
            if (!incident.CanSkip || instance.Runs.Find(run => run.Id == incident.RunId) is not { } run
                || !run.Node.Outcomes.Contains(outcome))
                throw new ArgumentException($"Activity '{incident.ActivityId}' can't be skipped by '{outcome}'.", nameof(outcome));
            await engine.SkipAsync(instance, incident, outcome).ConfigureAwait(false);
        }, cancellation);

    /// <summary>Sets a variable of a running instance (<see cref="WorkflowInstance.Variables"/>). Nothing runs by it.</summary>
    /// <exception cref="ArgumentException">There is no such variable, or its type can't hold the value.</exception>
    /// <exception cref="InvalidOperationException">The instance has finished.</exception>
    public Task<Burst> SetVariableAsync(
        WorkflowSession session, string instanceId, int runId, string variableId, JsonNode? value, CancellationToken cancellation = default)
    {
        var instance = Running(session, instanceId);
        var variable = instance.Variables.FirstOrDefault(candidate => candidate.RunId == runId && candidate.Id == variableId)
            ?? throw new ArgumentException($"Instance '{instanceId}' has no variable '{variableId}'.", nameof(variableId));
        if (!variable.Type.TryConvert(value, out var converted))
            throw new ArgumentException($"'{variable.Name}' holds a value of type {variable.Type}.", nameof(value));
        return RunAsync(session, host: null, engine =>
        {
            engine.SetVariable(instance, runId, variableId, converted);
            return Task.CompletedTask;
        }, cancellation);
    }

    /// <summary>Cancels an instance and the instances it started, if they still run.</summary>
    public Task<Burst> CancelAsync(
        WorkflowSession session, string instanceId, IWorkflowHost? host = null, CancellationToken cancellation = default) =>
        RunAsync(session, host, async engine =>
        {
            if (session.Find(instanceId) is not { Status: WorkflowStatus.Running } instance) return;
            await engine.CancelInstanceAsync(instance).ConfigureAwait(false);
            await engine.NotifyParentAsync(instance).ConfigureAwait(false);
        }, cancellation);

    private static (WorkflowInstance Instance, Incident Incident)? FindIncident(WorkflowSession session, string incidentId)
    {
        foreach (var instance in session.Instances.Where(instance => instance.Status == WorkflowStatus.Running))
        {
            if (instance.OpenIncidents.Find(candidate => candidate.Id == incidentId) is { } incident) return (instance, incident);
        }

        return null;
    }

    private static WorkflowInstance Running(WorkflowSession session, string instanceId) =>
        session.Find(instanceId) is { Status: WorkflowStatus.Running } instance
            ? instance
            : throw new InvalidOperationException($"Instance '{instanceId}' is not running.");

    private async Task<Burst> RunAsync(
        WorkflowSession session, IWorkflowHost? host, Func<BurstEngine, Task> work, CancellationToken cancellation)
    {
        var recorder = new BurstRecorder(Clock);
        var engine = new BurstEngine(this, session, host, recorder, cancellation);
        await work(engine).ConfigureAwait(false);
        await engine.DeliverAsync().ConfigureAwait(false);
        return recorder.ToBurst();
    }
}
