using System.Text.Json.Nodes;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Tests.Support;
using Xunit;

namespace TalentPortal.Workflows.Tests.Execution;

public sealed class WorkflowRunnerTests
{
    [Fact]
    public async Task Start_Linear_RunsToTheEndInOneBurst()
    {
        var run = new TestRun(Json.Definition("linear", Json.Sequence("s", Json.Line("a"), Json.Line("b"))));

        var burst = await run.StartAsync();

        Assert.Equal(["a", "b"], run.Lines);
        var change = Assert.Single(burst.Instances);
        Assert.Equal((true, WorkflowStatus.Finished, WorkflowSubStatus.Finished), (change.IsNew, change.Status, change.SubStatus));
        Assert.Equal(
            ["Started a", "Completed a", "Started b", "Completed b"],
            burst.Journal.Where(entry => entry.ActivityType == "Elsa.WriteLine").Select(entry => $"{entry.Event} {entry.ActivityId}"));
    }

    [Fact]
    public async Task Start_HostActivity_WaitsWithItsBookmark()
    {
        var run = Reviewed();

        var burst = await run.StartAsync();

        var bookmark = Assert.Single(burst.BookmarksAdded);
        Assert.Equal(("r", "Test.Review", "r"), (bookmark.ActivityId, bookmark.Name, bookmark.Key));
        Assert.Equal(run.Clock.Now.AddDays(3), bookmark.DueAt);
        Assert.Equal(["open r for Officer"], run.Host.Writes);
        Assert.Equal(WorkflowSubStatus.Suspended, run.Instance.SubStatus);
    }

    [Fact]
    public async Task Resume_HostActivity_LeavesByItsOutcome()
    {
        var run = Reviewed();
        await run.StartAsync();

        var burst = await run.ResumeAsync("r", new JsonObject { ["decision"] = "Rejected" });

        Assert.Equal(["no"], run.Lines);
        Assert.Equal(["Rejected"], burst.Journal.Single(entry => entry is { ActivityId: "r", Event: JournalEvent.Completed }).Outcomes);
        Assert.Single(burst.BookmarksRemoved);
        Assert.Equal(WorkflowStatus.Finished, run.Instance.Status);
    }

    [Fact]
    public async Task Resume_HostActivityThatKeepsItsBookmark_WaitsOn()
    {
        var run = Reviewed();
        await run.StartAsync();

        var burst = await run.ResumeAsync("r", new JsonObject { ["decision"] = "wait" });

        Assert.Empty(burst.BookmarksRemoved);
        Assert.Empty(burst.BookmarksAdded);
        Assert.Equal(["r"], run.Waiting);
    }

    [Fact]
    public async Task Resume_HostActivity_KeepsTheInputsOfItsFirstRun()
    {
        var review = Json.Activity("r", "Test.Review", ("role", Json.JavaScript("getRole()")));
        var role = new JsonObject { ["id"] = "Role" };
        var set = Json.Activity("s", "Elsa.SetVariable", ("variable", role), ("value", Json.Literal("Leader")));
        var flow = Json.Flowchart("f", [Json.Activity("st", "Elsa.Start"), review, set], "st>r", "st>s");
        var run = new TestRun(Json.Definition("d", flow, variables: [Json.Variable("Role", "String", "Officer")]));
        await run.StartAsync();

        await run.ResumeAsync("r");

        Assert.Equal(["open r for Officer", "Approved r by Officer"], run.Host.Writes);
    }

    [Fact]
    public async Task Resume_BookmarkThatIsGone_DoesNothing()
    {
        var run = Reviewed();
        await run.StartAsync();
        var bookmark = run.BookmarkOf("r");
        await run.ResumeAsync("r");

        var burst = await run.Runner.ResumeAsync(run.Session, bookmark.Id, host: run.Host);

        Assert.False(burst.DidWork);
        Assert.Empty(burst.Instances);
    }

    [Fact]
    public async Task Start_Delay_IsDueAfterItsSpan()
    {
        var delay = Json.Activity("d", "Elsa.Delay", ("timeSpan", Json.Literal("2.00:00:00", "TimeSpan")));
        var run = new TestRun(Json.Definition("delay", Json.Sequence("s", delay, Json.Line("after"))));

        await run.StartAsync();

        Assert.Equal(run.Clock.Now.AddDays(2), run.BookmarkOf("d").DueAt);
    }

    [Fact]
    public async Task End_WhileOthersWait_CancelsThemAndTheirBookmarks()
    {
        var flow = Json.Flowchart(
            "f",
            [Json.Activity("st", "Elsa.Start"), Review("r"), Json.Event("go"), Json.Activity("en", "Elsa.End")],
            "st>r", "st>go", "go>en");
        var run = new TestRun(Json.Definition("d", flow));
        await run.StartAsync();

        var burst = await run.ResumeAsync("go");

        Assert.Equal(["open r for Officer", "cancel r with 1"], run.Host.Writes);
        Assert.Equal(["go", "r"], burst.BookmarksRemoved.Select(bookmark => bookmark.ActivityId).Order(StringComparer.Ordinal));
        Assert.Equal(WorkflowStatus.Finished, run.Instance.Status);
    }

    [Fact]
    public async Task End_BeforeAQueuedHostActivity_KeepsItFromStarting()
    {
        var flow = Json.Flowchart("f", [Json.Activity("st", "Elsa.Start"), Json.Activity("en", "Elsa.End"), Review("r")], "st>en", "st>r");
        var run = new TestRun(Json.Definition("d", flow));

        await run.StartAsync();

        Assert.Empty(run.Host.Writes);
        Assert.Equal(WorkflowStatus.Finished, run.Instance.Status);
    }

    [Fact]
    public async Task Cancel_WithAWaitingChild_EndsBoth()
    {
        var parent = Json.Sequence("s", Json.Execute("x", "child"));
        var run = new TestRun(Json.Definition("parent", parent), Json.Definition("child", Json.Sequence("s", Review("r"))));
        await run.StartAsync();

        var burst = await run.CancelAsync();

        Assert.All(burst.Instances, change => Assert.Equal(WorkflowSubStatus.Cancelled, change.SubStatus));
        Assert.Equal(2, burst.Instances.Count);
        Assert.Equal("cancel r with 1", run.Host.Writes[^1]);
    }

    [Fact]
    public async Task Publish_BeforeAnybodyWaits_IsKeptAndConsumedLater()
    {
        var wait = Json.Activity("e", "Elsa.Event", ("eventName", Json.Literal("paid")), ("result", Json.Literal(1)));
        wait["result"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v" } };
        var root = Json.Sequence("s", Json.Event("first"), wait, Json.Script("w", "getV().amount"));
        var run = new TestRun(Json.Definition("d", root, variables: [Json.Variable("v")]));
        await run.StartAsync();

        var published = await run.PublishAsync("paid", new JsonObject { ["amount"] = 7 });
        await run.ResumeAsync("first");

        Assert.False(Assert.Single(published.Events).IsConsumed);
        Assert.Equal(["7"], run.Lines);
    }

    [Fact]
    public async Task Publish_ToSomebodyWaiting_ResumesIt()
    {
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", Json.Event("paid"), Json.Line("thanks"))));
        await run.StartAsync();

        var burst = await run.PublishAsync("paid");

        Assert.True(Assert.Single(burst.Events).IsConsumed);
        Assert.Equal(["thanks"], run.Lines);
    }

    [Fact]
    public async Task Start_ByATrigger_BeginsThere()
    {
        var flow = Json.Flowchart("f", [Json.Line("usual"), Json.Event("trigger"), Json.Line("after")], "trigger>after");
        var run = new TestRun(Json.Definition("d", flow));

        var burst = await run.Runner.StartAsync(run.Session, new StartRequest("d") { TriggerActivityId = "trigger" }, run.Host);

        Assert.Equal(["after"], burst.Lines.Select(line => line.Text));
    }

    [Fact]
    public async Task State_OfASuspendedInstance_IsSmall()
    {
        var run = Reviewed();

        await run.StartAsync();

        Assert.InRange(run.State.Length, 200, 1_000);
    }

    [Fact]
    public async Task State_OfALaterFormat_IsRefused()
    {
        var run = Reviewed();
        await run.StartAsync();

        var later = run.State.Replace("{\"v\":1,", "{\"v\":2,", StringComparison.Ordinal);

        var refused = Assert.Throws<InvalidOperationException>(() => run.Runner.Load(later));
        Assert.Contains("format 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnManyThreads_SharesTheDefinitions()
    {
        var delay = Json.Activity("d", "Elsa.Delay", ("timeSpan", Json.Literal("00:00:01")));
        var root = Json.Sequence("s", Json.Script("w", "'n' + variables.n"), delay);
        var run = new TestRun(Json.Definition("d", root, variables: [Json.Variable("n", "Int32[]", "[1,2]")]));

        var bursts = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() =>
            run.Runner.StartAsync(run.Runner.Load(), new StartRequest("d")))));

        Assert.All(bursts, burst => Assert.Equal("n1,2", Assert.Single(burst.Lines).Text));
    }

    private static TestRun Reviewed() => new(Json.Definition(
        "reviewed",
        Json.Flowchart("f", [Review("r"), Json.Line("yes"), Json.Line("no")], "r:Approved>yes", "r:Rejected>no")));

    private static JsonObject Review(string id) => Json.Activity(id, "Test.Review", ("role", Json.Literal("Officer")));
}
