using System.Text.Json;
using System.Text.Json.Nodes;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration.Dispatches;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Orchestration;

/// <summary>
/// Lets the engine run on a locked case: loads its instances, runs a burst, and puts what it changed among the case's rows, so that
/// the one flush writes both.
/// </summary>
public sealed class Orchestrator(WorkflowDefinitions definitions)
{
    /// <summary>Starts a definition and runs it until every branch waits.</summary>
    /// <exception cref="InvalidOperationException">There is no such definition.</exception>
    public Task StartAsync(CaseWork work, string definitionId, int version, JsonObject? input, CancellationToken ct) =>
        StartAsync(work,
            new StartRequest(definitionId) { Version = version, InstanceId = Ids.New().ToString("N"), Input = input }, order: null, ct);

    /// <summary>Starts in a case of its own what a trigger began whose moment has come; instance and case have the same id.</summary>
    /// <exception cref="InvalidOperationException">There is no such definition.</exception>
    public Task StartByClockAsync(CaseWork work, string definitionId, int version, string triggerActivityId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        var request = new StartRequest(definitionId) { Version = version, InstanceId = work.CaseId.ToString("N"), TriggerActivityId = triggerActivityId };
        return StartAsync(work, request, order: null, ct);
    }

    /// <summary>Starts in a case of its own what another case dispatched; instance and case have the same id.</summary>
    /// <exception cref="InvalidOperationException">There is no such definition.</exception>
    public Task StartDispatchedAsync(CaseWork work, DispatchOrder order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(order);
        var request = new StartRequest(order.DefinitionId)
        {
            Version = order.DefinitionVersion,
            InstanceId = work.CaseId.ToString("N"),
            Input = order.Input,
            CorrelationId = order.CorrelationId,
        };
        return StartAsync(work, request, order, ct);
    }

    /// <summary>Tells a parent that a workflow which it dispatched has faulted, or goes on again.</summary>
    /// <param name="work">The parent's case.</param>
    /// <param name="bookmarkId">The parent's wait.</param>
    /// <param name="fault">What went wrong; null when it goes on.</param>
    /// <param name="ct">Cancels.</param>
    public Task<bool> ReportChildAsync(CaseWork work, string bookmarkId, string? fault, CancellationToken ct) =>
        RunAsync(work, (runner, session, host) => runner.ReportChildAsync(session, bookmarkId, fault, host, ct), ct);

    /// <summary>A stored instance as the engine sees it.</summary>
    public async Task<WorkflowInstance> ReadAsync(string definitionId, int version, string state, CancellationToken ct)
    {
        await definitions.FindAsync(definitionId, version, ct);
        return definitions.Runner.Load(state).Instances[0];
    }

    /// <summary>Resumes a wait.</summary>
    /// <returns>False when it is gone.</returns>
    public Task<bool> ResumeAsync(CaseWork work, string bookmarkId, JsonObject? input, CancellationToken ct) =>
        RunAsync(work, (runner, session, host) => runner.ResumeAsync(session, bookmarkId, input, host, ct), ct);

    /// <summary>Tells every running instance of the case about an event; those that do not wait for it yet keep it.</summary>
    public Task<bool> PublishAsync(CaseWork work, string eventName, JsonNode? payload, CancellationToken ct) =>
        RunAsync(work, (runner, session, host) => runner.PublishEventAsync(session, eventName, payload, correlationId: null, host, ct), ct);

    /// <summary>Makes an activity the next step.</summary>
    public Task<bool> MoveToAsync(CaseWork work, string instanceId, string activityId, CancellationToken ct) =>
        RunAsync(work, (runner, session, host) => runner.MoveToAsync(session, instanceId, activityId, host, ct), ct);

    /// <summary>Has an instance go on in another version of its definition; see <see cref="WorkflowRunner.MoveToVersionAsync"/>.</summary>
    public Task<bool> MoveToVersionAsync(
        CaseWork work, string instanceId, WorkflowDefinition to, IReadOnlyDictionary<string, string> targets, CancellationToken ct) =>
        RunAsync(work, (runner, session, host) => runner.MoveToVersionAsync(session, instanceId, to, targets, host, ct), ct);

    /// <summary>Does again what an incident stopped.</summary>
    /// <returns>False when it is settled already.</returns>
    public Task<bool> RetryAsync(CaseWork work, string incidentId, CancellationToken ct) =>
        RunAsync(work, (runner, session, host) => runner.RetryAsync(session, incidentId, host, ct), ct);

    /// <summary>Counts the activity that an incident stopped as done with an outcome.</summary>
    /// <returns>False when it is settled already.</returns>
    /// <exception cref="ArgumentException">The activity knows no such outcome.</exception>
    public Task<bool> SkipAsync(CaseWork work, string incidentId, string outcome, CancellationToken ct) =>
        RunAsync(work, (runner, session, host) => runner.SkipAsync(session, incidentId, outcome, host, ct), ct);

    /// <summary>Sets a variable of a running instance.</summary>
    /// <exception cref="ArgumentException">There is no such variable, or its type can't hold the value.</exception>
    public Task<bool> SetVariableAsync(
        CaseWork work, string instanceId, int runId, string variableId, JsonNode? value, CancellationToken ct) =>
        RunAsync(work, (runner, session, _) => runner.SetVariableAsync(session, instanceId, runId, variableId, value, ct), ct);

    /// <summary>Ends an instance and those it started; the one that started it goes on.</summary>
    public Task<bool> CancelAsync(CaseWork work, string instanceId, CancellationToken ct) =>
        RunAsync(work, (runner, session, host) => runner.CancelAsync(session, instanceId, host, ct), ct);

    /// <summary>Ends every running instance of the case; activities clear away what they own.</summary>
    public async Task CancelAllAsync(CaseWork work, CancellationToken ct)
    {
        foreach (var instance in work.Rows<WorkflowInstanceRow>()
            .Where(row => row is { ParentId: null, Status: nameof(WorkflowStatus.Running) }).ToList())
            await CancelAsync(work, instance.Id, ct);
    }

    private async Task StartAsync(CaseWork work, StartRequest request, DispatchOrder? order, CancellationToken ct)
    {
        if (await definitions.FindAsync(request.DefinitionId, request.Version!.Value, ct) is null)
            throw new InvalidOperationException($"There is no workflow definition {request.DefinitionId} v{request.Version}.");
        await RunAsync(work, (runner, session, host) => runner.StartAsync(session, request, host, ct), ct, order);
    }

    private async Task<bool> RunAsync(
        CaseWork work, Func<WorkflowRunner, WorkflowSession, IWorkflowHost, Task<Burst>> run, CancellationToken ct,
        DispatchOrder? order = null)
    {
        var running = work.Rows<WorkflowInstanceRow>().Where(row => row.Status == nameof(WorkflowStatus.Running)).ToList();
        foreach (var row in running) await definitions.FindAsync(row.DefinitionId, row.DefinitionVersion, ct);
        var runner = definitions.Runner;
        var burst = await run(runner, runner.Load([.. running.Select(row => row.State)]), new CaseHost(work));
        Store(work, burst, order);
        return burst.DidWork;
    }

    private static void Store(CaseWork work, Burst burst, DispatchOrder? order)
    {
        foreach (var change in burst.Instances) Store(work, change, change.InstanceId == burst.Instances[0].InstanceId ? order : null);
        DispatchJobs.Plan(work, burst);
        StoreBookmarks(work, burst);
        StoreIncidents(work, burst);
        if (burst.Journal.Count > 0) StoreJournal(work, burst);
    }

    private static void Store(CaseWork work, InstanceChange change, DispatchOrder? order)
    {
        var rows = work.Rows<WorkflowInstanceRow>();
        var old = rows.FirstOrDefault(row => row.Id == change.InstanceId);
        var row = new WorkflowInstanceRow
        {
            Id = change.InstanceId,
            CaseId = work.CaseId,
            ParentId = change.ParentInstanceId,
            DispatchedFrom = old?.DispatchedFrom ?? order?.FromCaseId,
            Awaited = old?.Awaited ?? order?.Awaited ?? false,
            Depth = old?.Depth ?? order?.Depth ?? rows.FirstOrDefault(parent => parent.Id == change.ParentInstanceId)?.Depth ?? 0,
            DefinitionId = change.DefinitionId,
            DefinitionVersion = change.DefinitionVersion,
            Status = change.Status.ToString(),
            SubStatus = change.SubStatus.ToString(),
            State = change.State,
            Revision = old?.Revision ?? 0,
            CreatedAt = old?.CreatedAt ?? work.Now,
            UpdatedAt = work.Now,
        };
        if (old is null) rows.Add(row);
        else rows.Replace(row);
        DispatchJobs.Report(work, old, row);
    }

    private static void StoreBookmarks(CaseWork work, Burst burst)
    {
        var rows = work.Rows<BookmarkRow>();
        foreach (var gone in burst.BookmarksRemoved)
        {
            if (rows.FirstOrDefault(row => row.Id == gone.Id) is { } row) rows.Remove(row);
        }

        foreach (var added in burst.BookmarksAdded)
        {
            rows.Add(new BookmarkRow
            {
                Id = added.Id,
                InstanceId = added.InstanceId,
                CaseId = work.CaseId,
                ActivityId = added.ActivityId,
                Name = added.Name,
                Key = added.Key,
                Payload = added.Payload?.ToJsonString(),
                DueAt = added.DueAt?.ToUniversalTime(),
                CreatedAt = work.Now,
            });
        }
    }

    private static void StoreIncidents(CaseWork work, Burst burst)
    {
        var rows = work.Rows<IncidentRow>();
        foreach (var resolved in burst.IncidentsResolved)
        {
            if (rows.FirstOrDefault(row => row.Id == resolved.Id) is { } row)
                rows.Replace(row with { ResolvedAt = work.Now, ResolvedBy = work.Operation.UserId, Resolution = work.Operation.Type });
        }

        foreach (var incident in burst.IncidentsAdded)
        {
            rows.Add(new IncidentRow
            {
                Id = incident.Id,
                CaseId = work.CaseId,
                InstanceId = incident.InstanceId,
                ActivityId = incident.ActivityId,
                ActivityType = incident.ActivityType,
                Reason = incident.Message,
                Detail = incident.ExceptionType,
                OccurredAt = work.Now,
            });
            work.Record("IncidentRaised", ("incident", incident.Id), ("activity", incident.ActivityId));
        }
    }

    private static void StoreJournal(CaseWork work, Burst burst)
    {
        var entries = JsonSerializer.SerializeToNode(burst.Journal, JsonSerializerOptions.Web)!.AsArray();
        var rows = work.Rows<JournalRow>();
        if (rows.FirstOrDefault() is not { } earlier)
        {
            rows.Add(new JournalRow { CaseId = work.CaseId, OperationId = work.Operation.Id, At = work.Now, Entries = entries.ToJsonString() });
            return;
        }

        var all = JsonNode.Parse(earlier.Entries)!.AsArray();
        foreach (var entry in entries) all.Add(entry?.DeepClone());
        rows.Replace(earlier with { Entries = all.ToJsonString() });
    }
}
