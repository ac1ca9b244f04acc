using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Expressions;
using TalentPortal.Workflows.Tests.Support;
using Xunit;

namespace TalentPortal.Workflows.Tests.Execution;

/// <summary>Whatever is broken in a definition: it is refused with a place and a reason, or it runs and ends or waits.</summary>
public sealed class DefinitionFuzzTests
{
    private const int Rounds = 1_200;
    private const int MaxSteps = 12;

    private static readonly RunnerOptions Limits = new()
    {
        MaxActivityRuns = 150,
        Scripts = new ScriptLimits(500, 16, TimeSpan.FromMilliseconds(200)),
    };

    private static readonly ActivityRegistry Registry = new();

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Run_MutatedDefinition_IsRefusedOrRuns(int seed)
    {
        var random = new Random(seed);
        var files = Folders.Definitions().Where(IsWhole).Select(File.ReadAllText).ToList();
        var mutator = new DefinitionMutator(random, files);
        var (refused, ran) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var json = mutator.Mutate(files[random.Next(files.Count)]);
            try
            {
                if (Read(json) is not { } catalog) refused++;
                else if (await RunAsync(catalog, random)) ran++;
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Seed {seed}, round {round}: {exception}{Environment.NewLine}{json}");
            }
        }

        Assert.InRange(refused, Rounds / 10, Rounds * 9 / 10);
        Assert.InRange(ran, Rounds / 10, Rounds * 9 / 10);
    }

    /// <summary>Only JSON that a mutator can take apart; the text itself is broken by <see cref="Definitions.ReaderFuzzTests"/>.</summary>
    private static bool IsWhole(string file) =>
        !Array.Exists(["malformed", "not-an-object", "property-twice"], name => file.Contains(name, StringComparison.Ordinal));

    /// <summary>The catalog, or null when the definition is refused; what loads is written and read again.</summary>
    private static DefinitionCatalog? Read(string json)
    {
        try
        {
            var catalog = DefinitionCatalog.Read(Registry, [("fuzz.json", json)]);
            var once = DefinitionWriter.Write(catalog.Definitions[0]);
            var again = DefinitionCatalog.Read(Registry, [("fuzz.json", once)]);
            Assert.Equal(once, DefinitionWriter.Write(again.Definitions[0]));
            return catalog;
        }
        catch (DefinitionException exception)
        {
            Assert.NotEmpty(exception.Errors);
            Assert.All(exception.Errors, error =>
            {
                Assert.Equal("fuzz.json", error.File);
                Assert.NotEmpty(error.Message);
                var isPlaced = error.Property is not null || error.Message.StartsWith("Malformed", StringComparison.Ordinal);
                Assert.True(isPlaced, error.ToString());
            });
            return null;
        }
    }

    /// <summary>Starts it, then resumes and retries at random; the state goes through its JSON after every burst.</summary>
    private static async Task<bool> RunAsync(DefinitionCatalog catalog, Random random)
    {
        var definition = catalog.Definitions[0];
        var runner = new WorkflowRunner(catalog, new TestClock(), Limits);
        var states = new Dictionary<string, string>(StringComparer.Ordinal);
        var session = runner.Load();
        Take(await runner.StartAsync(session, new StartRequest(definition.DefinitionId) { Version = definition.Version }));
        for (var step = 0; step < MaxSteps; step++)
        {
            var bookmarks = session.Instances.SelectMany(instance => instance.Bookmarks).ToList();
            var incidents = session.Instances.SelectMany(instance => instance.Incidents).ToList();
            if (bookmarks.Count > 0)
            {
                var input = random.Next(2) == 0 ? null : new JsonObject { ["RunTaskInput"] = "R" };
                Take(await runner.ResumeAsync(session, bookmarks[random.Next(bookmarks.Count)].Id, input));
            }
            else if (incidents.Count > 0)
            {
                Take(await runner.RetryAsync(session, incidents[random.Next(incidents.Count)].Id));
            }
        }

        Take(await runner.CancelAsync(session, session.Instances[0].Id));
        Assert.Equal(WorkflowStatus.Finished, session.Instances[0].Status);
        Assert.Empty(session.Instances[0].Bookmarks);
        return true;

        void Take(Burst burst)
        {
            foreach (var change in burst.Instances) states[change.InstanceId] = change.State;
            session = runner.Load([.. states.Values]);
            foreach (var instance in session.Instances)
                Assert.True(instance.Status == WorkflowStatus.Finished || instance.Bookmarks.Count + instance.Incidents.Count > 0);
        }
    }
}
