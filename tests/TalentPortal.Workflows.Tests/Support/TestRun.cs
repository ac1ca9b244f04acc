using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Tests.Support;

/// <summary>One session over a few definitions; its state goes through JSON after every burst.</summary>
internal sealed class TestRun
{
    private readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);

    public TestRun(params string[] definitions)
        : this(new RunnerOptions(), definitions)
    {
    }

    public TestRun(RunnerOptions options, params string[] definitions)
    {
        var files = definitions.Select((json, index) => ($"file{index}.json", json));
        Catalog = DefinitionCatalog.Read(new ActivityRegistry([Review]), files);
        Runner = new WorkflowRunner(Catalog, Clock, options);
        Session = Runner.Load();
    }

    public ReviewActivity Review { get; } = new();

    public TestClock Clock { get; } = new();

    public TestHost Host { get; } = new();

    public DefinitionCatalog Catalog { get; }

    public WorkflowRunner Runner { get; }

    public WorkflowSession Session { get; private set; }

    public List<string> Lines { get; } = [];

    public Burst Last { get; private set; } = null!;

    public WorkflowInstance Instance => Session.Instances[0];

    public string State => _states.Values.First();

    public IEnumerable<string> Waiting => Instance.Bookmarks.Select(bookmark => bookmark.ActivityId);

    public async Task<Burst> StartAsync(JsonObject? input = null) =>
        Take(await Runner.StartAsync(Session, new StartRequest(Catalog.Definitions[0].DefinitionId) { Input = input }, Host));

    public async Task<Burst> ResumeAsync(string activityId, JsonObject? input = null) =>
        Take(await Runner.ResumeAsync(Session, BookmarkOf(activityId).Id, input, Host));

    public async Task<Burst> MoveToAsync(string activityId) => Take(await Runner.MoveToAsync(Session, Instance.Id, activityId, Host));

    public async Task<Burst> RetryAsync() => Take(await Runner.RetryAsync(Session, Instance.Incidents[0].Id, Host));

    public async Task<Burst> CancelAsync() => Take(await Runner.CancelAsync(Session, Instance.Id, Host));

    public async Task<Burst> PublishAsync(string name, JsonNode? payload = null) =>
        Take(await Runner.PublishEventAsync(Session, name, payload, host: Host));

    public Bookmark BookmarkOf(string activityId) =>
        Session.Instances.SelectMany(instance => instance.Bookmarks).First(bookmark => bookmark.ActivityId == activityId);

    /// <summary>Keeps what a burst changed, as a host would.</summary>
    public Burst Take(Burst burst)
    {
        Last = burst;
        Lines.AddRange(burst.Lines.Select(line => line.Text));
        foreach (var change in burst.Instances) _states[change.InstanceId] = change.State;
        Session = Runner.Load([.. _states.Values]);
        return burst;
    }
}
