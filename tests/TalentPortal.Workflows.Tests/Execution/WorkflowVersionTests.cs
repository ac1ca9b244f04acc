using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Tests.Support;
using Xunit;

namespace TalentPortal.Workflows.Tests.Execution;

public sealed class WorkflowVersionTests
{
    [Fact]
    public async Task Resume_AfterANewVersion_StaysOnTheOldOne()
    {
        var before = Runner(Version(1, "old"));
        var state = (await before.StartAsync(before.Load(), new StartRequest("d"))).Instances[0].State;
        var after = Runner(Version(1, "old"), Version(2, "new"));
        var session = after.Load(state);

        var resumed = await after.ResumeAsync(session, session.Instances[0].Bookmarks[0].Id);
        var started = await after.StartAsync(after.Load(), new StartRequest("d"));

        Assert.Equal(["old"], resumed.Lines.Select(line => line.Text));
        Assert.Equal(2, started.Instances[0].DefinitionVersion);
    }

    [Fact]
    public async Task Resume_InsideACalledWorkflow_StaysOnTheVersionItBeganWith()
    {
        var before = Runner(Version(1, "old"), Caller());
        var state = (await before.StartAsync(before.Load(), new StartRequest("caller"))).Instances[0].State;
        var after = Runner(Version(1, "old"), Version(2, "new"), Caller());
        var session = after.Load(state);

        var burst = await after.ResumeAsync(session, session.Instances[0].Bookmarks[0].Id);

        Assert.Equal(["old"], burst.Lines.Select(line => line.Text));
    }

    [Fact]
    public async Task Load_WithoutTheVersionThatRunsInside_IsRefused()
    {
        var before = Runner(Version(1, "old"), Caller());
        var state = (await before.StartAsync(before.Load(), new StartRequest("caller"))).Instances[0].State;
        var after = Runner(Version(2, "new"), Caller());

        var exception = Assert.Throws<InvalidOperationException>(() => after.Load(state));

        Assert.Contains("'d-v1' is not in the catalog", exception.Message, StringComparison.Ordinal);
    }

    private static WorkflowRunner Runner(params string[] files)
    {
        var catalog = DefinitionCatalog.Read(new ActivityRegistry(), files.Select((json, index) => ($"{index}.json", json)));
        return new WorkflowRunner(catalog, new TestClock());
    }

    private static string Version(int version, string line)
    {
        var root = Json.Sequence("s", Json.Event("e"), Json.Activity("w", "Elsa.WriteLine", ("text", Json.Literal(line))));
        var json = JsonNode.Parse(Json.Definition("d", root))!;
        json["id"] = $"d-v{version}";
        json["version"] = version;
        return json.ToJsonString();
    }

    private static string Caller() =>
        Json.Definition("caller", Json.Activity("call", "D", ("version", 9), ("workflowDefinitionId", "d")));
}
