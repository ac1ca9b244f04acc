using System.Globalization;
using System.Text.Json.Nodes;
using TalentPortal.Core.Applications;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Tests.Workflows;

/// <summary>Walks every path of a definition; on one path each loop is taken once and at most two of them.</summary>
internal sealed class PathWalk(DefinitionCatalog catalog, WorkflowDefinition definition)
{
    private const int MostLoops = 2;

    private readonly WorkflowRunner runner = new(catalog, TimeProvider.System);

    public List<string> Faults { get; } = [];

    public HashSet<ApplicationStatus> Ends { get; } = [];

    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    public int Paths { get; private set; }

    public async Task RunAsync()
    {
        var flags = definition.Inputs.Where(input => input.Type.Name == "Boolean").Select(input => input.Name).ToList();
        for (var choice = 0; choice < 1 << flags.Count; choice++)
        {
            var input = new JsonObject();
            for (var index = 0; index < flags.Count; index++) input[flags[index]] = (choice >> index & 1) == 1;
            var host = new LawHost(ApplicationStatus.Submitted, isAccepted: false);
            var burst = await runner.StartAsync(runner.Load(),
                new StartRequest(definition.DefinitionId) { InstanceId = "1", Version = definition.Version, Input = input }, host);
            await GoOnAsync(burst, host, new Trail([string.Create(CultureInfo.InvariantCulture, $"start {choice}")], [], []));
        }
    }

    private async Task GoOnAsync(Burst burst, LawHost host, Trail trail)
    {
        if (burst.IncidentsAdded.Count > 0)
        {
            Faults.Add($"{trail}: {string.Join("; ", burst.IncidentsAdded.Select(incident => $"{incident.ActivityId}: {incident.Message}"))}");
            return;
        }

        var state = burst.Instances[^1].State;
        var waits = runner.Load(state).Instances[0].Bookmarks.ToList();
        if (waits.Count == 0)
        {
            Paths++;
            Ends.Add(host.Status);
            if (burst.Instances[^1].Status is not WorkflowStatus.Finished || !ApplicationStatuses.Final.Contains(host.Status))
                Faults.Add($"{trail}: ends {burst.Instances[^1].Status}, {host.Status}");
            return;
        }

        // Waits of one step side by side are told one after the other: which is first makes no difference to the flow.
        var wait = waits[0];
        Seen.Add(wait.ActivityId);
        foreach (var outcome in definition.Find(wait.ActivityId)!.Outcomes) await ChooseAsync(state, host, trail, wait, outcome);
    }

    private async Task ChooseAsync(string state, LawHost host, Trail trail, Bookmark wait, string outcome)
    {
        var choice = $"{wait.ActivityId}.{outcome}";
        if (trail.Loops.Contains(choice)) return;
        var next = new LawHost(host.Status, host.IsAccepted);
        var burst = await runner.ResumeAsync(runner.Load(state), wait.Id, new JsonObject { ["outcome"] = outcome }, next);
        var visited = trail.Visited.Add(wait.ActivityId);
        var isLoop = burst.BookmarksAdded.Any(added => visited.Contains(added.ActivityId));
        if (isLoop && trail.Loops.Count >= MostLoops) return;
        await GoOnAsync(burst, next, new Trail(trail.Steps.Add(choice), visited, isLoop ? trail.Loops.Add(choice) : trail.Loops));
    }

    private sealed record Trail(
        System.Collections.Immutable.ImmutableList<string> Steps,
        System.Collections.Immutable.ImmutableHashSet<string> Visited,
        System.Collections.Immutable.ImmutableHashSet<string> Loops)
    {
        public override string ToString() => string.Join(" > ", Steps);
    }
}
