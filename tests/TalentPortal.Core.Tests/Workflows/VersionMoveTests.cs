using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Tests.Definitions;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Execution.Versions;
using Xunit;

namespace TalentPortal.Core.Tests.Workflows;

/// <summary>
/// Instances of the real definitions at random places, moved to a changed copy: what has its place there goes on untouched, what has
/// none goes on where it is told to, and every instance still comes to its end.
/// </summary>
public sealed class VersionMoveTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const int Seeds = 250;
    private const int MostSteps = 600;
    private readonly List<string> wrong = [];
    private int untouched;
    private int moved;

    [Theory]
    [InlineData("talent-consultation", 2)]
    [InlineData("talent-recognition", 3)]
    public async Task Move_AnyPlaceToAnyChangedCopy_NeverStuck(string definition, int version)
    {
        var registry = new ActivityRegistry([.. portal.Services.GetServices<Activity>().Select(real => new Waiting(real))]);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var random = new Random(seed);
            var only = DefinitionCatalog.Read(registry, [("old", DefinitionDesk.Copy(version, change: null, definition))]);
            var state = await StandAsync(new WorkflowRunner(only, TimeProvider.System), only.Definitions[0], random);
            var place = (string)JsonNode.Parse(state)!["bookmarks"]![0]!["activity"]!;
            var catalog = Catalog(registry, definition, version, random, place);
            await MoveAsync(new WorkflowRunner(catalog, TimeProvider.System), state, catalog.Find(definition, 99)!, random, seed);
        }

        Assert.Empty(wrong.Take(5));
        Assert.InRange(untouched, Seeds / 5, Seeds);
        Assert.InRange(moved, Seeds / 5, Seeds);
    }

    /// <summary>The state of an instance at some place on its way.</summary>
    private static async Task<string> StandAsync(WorkflowRunner runner, WorkflowDefinition from, Random random)
    {
        var input = new JsonObject();
        foreach (var flag in from.Inputs.Where(one => one.Type.Name == "Boolean")) input[flag.Name] = random.Next(2) == 0;
        var burst = await runner.StartAsync(runner.Load(), new StartRequest(from.DefinitionId) { InstanceId = "1", Version = from.Version, Input = input });
        var state = burst.Instances[^1].State;
        for (var steps = random.Next(20); steps > 0; steps--)
        {
            burst = await StepAsync(runner, state, random);
            if (burst.Instances[^1].Status is WorkflowStatus.Running) state = burst.Instances[^1].State;
        }

        return state;
    }

    private async Task MoveAsync(WorkflowRunner runner, string state, WorkflowDefinition to, Random random, int seed)
    {
        var session = runner.Load(state);
        var before = session.Instances[0];
        var places = string.Join(", ", before.Bookmarks.Select(wait => wait.ActivityId));
        var fit = VersionFit.Of(before, to, runner.Catalog);
        var lost = fit.Misfits.SelectMany(misfit => misfit.Places).Distinct(StringComparer.Ordinal).ToList();
        var desks = to.Activities.Where(node => node.CanMoveTo && node.TypeName is "Portal.Review" or "Portal.PublicNotice").ToList();
        var targets = lost.ToDictionary(place => place, _ => desks[random.Next(desks.Count)].Id, StringComparer.Ordinal);
        var kept = before.Bookmarks.Where(wait => !lost.Contains(wait.ActivityId)).Select(wait => wait.Id).ToHashSet(StringComparer.Ordinal);
        var burst = await runner.MoveToVersionAsync(session, "1", to, targets);
        if (lost.Count == 0) untouched++;
        else moved++;

        var now = runner.Load(burst.Instances[^1].State).Instances[0];
        if (now.Definition != to || burst.IncidentsAdded.Count > 0 || now.Bookmarks.Count == 0) wrong.Add($"seed {seed} at {places}: not whole after the move: {Said(burst)}");
        if (lost.Count == 0 && !kept.SetEquals(now.Bookmarks.Select(wait => wait.Id))) wrong.Add($"seed {seed} at {places}: waits were touched");
        for (var steps = 0; burst.Instances[^1].Status is WorkflowStatus.Running; steps++)
        {
            if (burst.IncidentsAdded.Count > 0 || steps > MostSteps || runner.Load(burst.Instances[^1].State).Instances[0].Bookmarks.Count == 0)
            {
                wrong.Add($"seed {seed} at {places}, lost {string.Join(", ", lost)}: does not end, {steps} steps: {Said(burst)}");
                return;
            }

            burst = await StepAsync(runner, burst.Instances[^1].State, random);
        }
    }

    private static string Said(Burst burst) => string.Join("; ", burst.IncidentsAdded.Select(incident => $"{incident.ActivityId}: {incident.Message}"));

    private static async Task<Burst> StepAsync(WorkflowRunner runner, string state, Random random)
    {
        var session = runner.Load(state);
        var instance = session.Instances[0];
        var wait = instance.Bookmarks[random.Next(instance.Bookmarks.Count)];
        var outcomes = instance.Definition.Find(wait.ActivityId)!.Outcomes;
        return await runner.ResumeAsync(session, wait.Id, new JsonObject { ["outcome"] = outcomes[random.Next(outcomes.Count)] });
    }

    /// <summary>The real version beside a changed copy that could be published.</summary>
    private static DefinitionCatalog Catalog(ActivityRegistry registry, string definition, int version, Random random, string place)
    {
        var original = DefinitionDesk.Copy(version, change: null, definition);
        while (true)
        {
            var copy = DefinitionDesk.Copy(99, json => DefinitionChanges.Apply(json, random, place), definition);
            try
            {
                var catalog = DefinitionCatalog.Read(registry, [("old", original), ("new", copy)]);
                if (PublicationCheck.Run(catalog.Find(definition, 99)!, catalog).Count == 0) return catalog;
            }
            catch (DefinitionException)
            {
                // Not every change makes a sound definition; another one is tried.
            }
        }
    }

    /// <summary>Stands for a real activity and waits to be told its outcome.</summary>
    private sealed class Waiting(Activity real) : Activity
    {
        public override string TypeName => real.TypeName;

        public override IReadOnlyList<ActivityInput> Inputs => real.Inputs;

        public override IReadOnlyList<string> Outputs => real.Outputs;

        public override IReadOnlyList<ActivityPort> Ports => real.Ports;

        public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => real.GetOutcomes(node);

        public override ValueTask ExecuteAsync(ActivityContext context)
        {
            context.CreateBookmark(key: context.Node.Id);
            return ValueTask.CompletedTask;
        }

        public override ValueTask ResumeAsync(ActivityContext context, Bookmark bookmark, JsonObject? input)
        {
            foreach (var output in Outputs) context.SetOutput(output, output == "units" ? new JsonArray("one", "other") : JsonValue.Create("some"));
            context.Complete(input!["outcome"]!.GetValue<string>());
            return ValueTask.CompletedTask;
        }
    }
}
