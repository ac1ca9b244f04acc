using System.Text.Json;
using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Conformance;

/// <summary>Runs one case; the state goes through its JSON between any two bursts.</summary>
internal sealed class CaseRun(ConformanceCase test, IReadOnlyList<(string Name, string Json)> files)
{
    /// <summary>A delay in a loop would otherwise never end.</summary>
    private const int MaxResumes = 200;

    /// <summary>What is said twice is for the reader to refuse.</summary>
    private static readonly JsonDocumentOptions Whole = new() { AllowDuplicateProperties = false, MaxDepth = 256 };

    private readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);
    private readonly List<string> _lines = [];
    private WorkflowRunner _runner = null!;
    private WorkflowSession _session = null!;
    private string _instanceId = "";
    private InstanceChange? _lastChange;

    private WorkflowInstance Instance => _session.Find(_instanceId)!;

    public async Task<string?> RunAsync()
    {
        try
        {
            // All files count as published, whatever they say.
            var catalog = DefinitionCatalog.Read(new ActivityRegistry(), files.Select(file => (file.Name, Publish(file.Json))));
            if (test.Expect.Refused) return "expected to be refused, but it loaded";
            _runner = new WorkflowRunner(catalog, TimeProvider.System);
        }
        catch (DefinitionException exception)
        {
            return test.Expect.Refused ? null : $"refused: {exception.Message}";
        }

        return test.Expect.Bursts is { } bursts ? await CheckBurstsAsync(bursts) : await CheckEndAsync();
    }

    private static string Publish(string json)
    {
        if (DataOf(json) is not { } definition) return json;
        definition["isPublished"] = true;
        return definition.ToJsonString();
    }

    private static JsonObject? DataOf(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Whole) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<string?> CheckBurstsAsync(IReadOnlyList<ExpectedBurst> bursts)
    {
        foreach (var (expected, index) in bursts.Select((burst, index) => (burst, index)))
        {
            var from = _lines.Count;
            if (expected.Resumed is null) await StartAsync();
            else if (Open(expected.Resumed) is { } bookmark) await ResumeAsync(bookmark);
            else return $"burst {index}: '{expected.Resumed}' has no open bookmark";

            var difference = Differ("lines", expected.Lines, _lines[from..])
                ?? Differ("status", [expected.Status], [ElsaStatus()])
                ?? Differ("bookmarks", expected.Bookmarks, [.. Instance.Bookmarks.Select(one => one.ActivityId)]);
            if (difference is not null) return $"burst {index}: {difference}{Incidents()}";
        }

        return CheckResult();
    }

    /// <summary>The first open bookmark of an activity: of the instance itself, else of one that it started.</summary>
    private Bookmark? Open(string activityId) => _session.Instances.OrderBy(instance => instance != Instance)
        .SelectMany(instance => instance.Bookmarks).FirstOrDefault(bookmark => bookmark.ActivityId == activityId);

    private async Task<string?> CheckEndAsync()
    {
        await StartAsync();
        for (var resumes = 0; ElsaStatus() == "Running" && resumes < MaxResumes; resumes++)
        {
            var open = _session.Instances.SelectMany(instance => instance.Bookmarks)
                .FirstOrDefault(bookmark => !WaitsForChild(bookmark));
            if (open is null) break;
            await ResumeAsync(open);
        }

        var difference = test.Expect.Status is { } status ? Differ("status", [status], [ElsaStatus()]) : null;
        difference ??= test.Expect.Lines is { } lines ? Differ("lines", lines, _lines) : null;
        if (difference is not null) return difference + Incidents();
        var missing = (test.Expect.LinesContain ?? []).Where(line => !_lines.Contains(line, StringComparer.Ordinal)).ToList();
        return missing.Count > 0 ? $"missing lines: {string.Join(" | ", missing)}{Incidents()}" : CheckResult();
    }

    private string? CheckResult()
    {
        var output = _lastChange!.Output;
        foreach (var (name, value) in test.Expect.Output ?? [])
        {
            if (!JsonNode.DeepEquals(output[name], value))
                return $"output {name}: expected {value?.ToJsonString()}, got {output[name]?.ToJsonString()}";
        }

        return DifferIfGiven("correlationId", test.Expect.CorrelationId, Instance.CorrelationId)
            ?? DifferIfGiven("name", test.Expect.Name, Instance.Name);
    }

    private static string? DifferIfGiven(string what, string? expected, string? actual) =>
        expected is null ? null : Differ(what, [expected], [actual ?? ""]);

    private bool WaitsForChild(Bookmark bookmark) =>
        bookmark.Key is { } key && _session.Find(key) is { Status: WorkflowStatus.Running };

    private async Task StartAsync()
    {
        _session = _runner.Load();
        var burst = await _runner.StartAsync(_session, new StartRequest(test.Run) { Input = test.Input });
        _instanceId = burst.Instances[0].InstanceId;
        await TakeAsync(burst);
    }

    private async Task ResumeAsync(Bookmark bookmark)
    {
        var input = bookmark.ActivityType == "Elsa.RunTask" && test.Expect.Bursts is not null
            ? new JsonObject { ["RunTaskInput"] = $"R:{bookmark.ActivityId}" }
            : null;
        await TakeAsync(await _runner.ResumeAsync(_session, bookmark.Id, input));
    }

    /// <summary>Keeps what a burst did, then starts and calls off what it dispatched and lets those go on that waited for an end.</summary>
    private async Task TakeAsync(Burst burst)
    {
        _lines.AddRange(burst.Lines.Select(line => line.Text));
        foreach (var change in burst.Instances)
        {
            _states[change.InstanceId] = change.State;
            if (change.InstanceId == _instanceId) _lastChange = change;
        }

        _session = _runner.Load([.. _states.Values]);
        foreach (var dispatched in burst.Dispatched) await TakeAsync(await _runner.StartAsync(_session, ToRequest(dispatched)));
        foreach (var recalled in burst.Recalled) await TakeAsync(await _runner.CancelAsync(_session, recalled));
        foreach (var change in burst.Instances)
        {
            if (change.Status == WorkflowStatus.Finished && WaitingFor(change.InstanceId) is { } waiting)
                await TakeAsync(await _runner.ResumeAsync(_session, waiting.Id, DispatchedWorkflow.ToInput(_session.Find(change.InstanceId)!)));
        }
    }

    private static StartRequest ToRequest(DispatchedWorkflow dispatched) => new(dispatched.DefinitionId)
    {
        Version = dispatched.DefinitionVersion,
        InstanceId = dispatched.InstanceId,
        Input = dispatched.Input,
        CorrelationId = dispatched.CorrelationId,
    };

    private Bookmark? WaitingFor(string instanceId) => _session.Instances.SelectMany(instance => instance.Bookmarks)
        .FirstOrDefault(bookmark => bookmark.Name == DispatchedWorkflow.BookmarkName && bookmark.Key == instanceId);

    /// <summary>A faulted instance stays resumable here; Elsa calls it Finished. One that is merely stuck Elsa calls Suspended.</summary>
    private string ElsaStatus()
    {
        var isStuck = Instance.Incidents.Count > 0 && Instance.Incidents.All(incident => incident.Kind == IncidentKind.Stuck);
        return Instance.SubStatus == WorkflowSubStatus.Faulted && !isStuck ? "Finished" : Instance.Status.ToString();
    }

    private string Incidents() =>
        string.Concat(Instance.Incidents.Select(incident => $" [incident at {incident.ActivityId}: {incident.Message}]"));

    private static string? Differ(string what, IReadOnlyList<string> expected, IReadOnlyList<string> actual) =>
        expected.SequenceEqual(actual, StringComparer.Ordinal)
            ? null
            : $"{what}: expected [{string.Join(" | ", expected)}], got [{string.Join(" | ", actual)}]";
}
