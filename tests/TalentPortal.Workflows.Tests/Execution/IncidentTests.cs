using System.Text.Json.Nodes;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Tests.Support;
using Xunit;

namespace TalentPortal.Workflows.Tests.Execution;

public sealed class IncidentTests
{
    [Fact]
    public async Task Start_ActivityThatThrows_DropsItsWritesAndKeepsTheRest()
    {
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", Review("a"), Review("b"))));
        await run.StartAsync();
        run.Review.IsBroken = true;

        var burst = await run.ResumeAsync("a");

        Assert.Equal(["open a for Officer"], run.Host.Writes);
        var incident = Assert.Single(burst.IncidentsAdded);
        Assert.Equal(
            ("a", IncidentKind.Exception, "InvalidOperationException"), (incident.ActivityId, incident.Kind, incident.ExceptionType));
        Assert.IsType<InvalidOperationException>(incident.Exception);
        Assert.Equal((WorkflowStatus.Running, WorkflowSubStatus.Faulted), (run.Instance.Status, run.Instance.SubStatus));
    }

    [Fact]
    public async Task Retry_AfterAFailedResume_RepeatsItWithItsInput()
    {
        var run = new TestRun(Json.Definition("d", Json.Flowchart("f", [Review("a"), Json.Line("no")], "a:Rejected>no")));
        await run.StartAsync();
        run.Review.IsBroken = true;
        await run.ResumeAsync("a", new JsonObject { ["decision"] = "Rejected" });
        run.Review.IsBroken = false;

        var burst = await run.RetryAsync();

        Assert.Single(burst.IncidentsResolved);
        Assert.Equal(["no"], run.Lines);
        Assert.Equal(WorkflowStatus.Finished, run.Instance.Status);
    }

    [Fact]
    public async Task Retry_AfterAFailedStart_RunsTheActivityAgain()
    {
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", Review("a"))));
        run.Review.IsBroken = true;
        await run.StartAsync();
        run.Review.IsBroken = false;

        await run.RetryAsync();

        Assert.Equal(["a"], run.Waiting);
        Assert.Equal(["open a for Officer"], run.Host.Writes);
        Assert.Empty(run.Instance.Incidents);
    }

    [Fact]
    public async Task Retry_ThatFailsAgain_LeavesOneIncident()
    {
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", Review("a"))));
        run.Review.IsBroken = true;
        await run.StartAsync();

        var burst = await run.RetryAsync();

        Assert.Single(burst.IncidentsAdded);
        Assert.Single(burst.IncidentsResolved);
        Assert.Single(run.Instance.Incidents);
    }

    [Fact]
    public async Task Retry_OfAConditionThatThrew_GoesOnWithTheLoop()
    {
        var body = Json.Sequence("b", Json.Script("l", "getInput('text').length"), Json.Event("e"));
        var condition = Json.JavaScript("getInput('limit').value > 0", "Boolean");
        var loop = Json.Activity("w", "Elsa.While", ("condition", condition), ("body", body));
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", loop)));
        await run.StartAsync(new JsonObject { ["limit"] = new JsonObject { ["value"] = 1 }, ["text"] = "abc" });

        await run.ResumeAsync("e");

        Assert.Equal(("w", 1), (run.Instance.Incidents[0].ActivityId, run.Lines.Count));
        var burst = await run.RetryAsync();
        Assert.Equal("w", Assert.Single(burst.IncidentsAdded).ActivityId);
    }

    [Fact]
    public async Task Resume_ExceptionOfTheHost_FailsTheWholeBurst()
    {
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", Review("a"))));
        await run.StartAsync();

        await Assert.ThrowsAsync<TimeoutException>(() => run.ResumeAsync("a", new JsonObject { ["decision"] = "database" }));
    }

    [Fact]
    public async Task Start_EndlessLoop_StopsAtTheLimitAndGoesOnWhenRetried()
    {
        var options = new RunnerOptions { MaxActivityRuns = 50 };
        var run = new TestRun(options, Json.Definition("loop", Json.Flowchart("f", [Json.Line("a"), Json.Line("b")], "a>b", "b>a")));

        var first = await run.StartAsync();
        var second = await run.RetryAsync();

        Assert.Equal(IncidentKind.LoopLimit, Assert.Single(first.IncidentsAdded).Kind);
        Assert.Equal(WorkflowSubStatus.Faulted, run.Instance.SubStatus);
        Assert.InRange(first.Lines.Count, 40, 50);
        Assert.InRange(second.Lines.Count, 40, 50);
    }

    [Fact]
    public async Task Retry_OfOneLoopLimit_ResolvesThemAll()
    {
        var endless = Json.Activity("w", "Elsa.While", ("condition", Json.Literal(true, "Boolean")), ("body", Json.Line("l")));
        var flow = Json.Flowchart("f", [Json.Activity("st", "Elsa.Start"), Json.Event("e"), endless], "st>w", "st>e");
        var run = new TestRun(new RunnerOptions { MaxActivityRuns = 20 }, Json.Definition("d", flow));
        await run.StartAsync();
        await run.MoveToAsync("w");
        await run.MoveToAsync("w");

        var burst = await run.RetryAsync();

        Assert.Equal(IncidentKind.LoopLimit, Assert.Single(burst.IncidentsAdded).Kind);
        Assert.Single(run.Instance.Incidents);
    }

    [Fact]
    public async Task MoveTo_AwayFromAnEndlessLoop_ResolvesItsIncident()
    {
        var flow = Json.Flowchart("f", [Json.Line("a"), Json.Event("e"), Json.Line("b")], "a>b", "b>a", "a:Never>e");
        var run = new TestRun(new RunnerOptions { MaxActivityRuns = 20 }, Json.Definition("d", flow));
        await run.StartAsync();

        await run.MoveToAsync("e");

        Assert.Empty(run.Instance.Incidents);
        Assert.Equal(WorkflowSubStatus.Suspended, run.Instance.SubStatus);
    }

    [Fact]
    public async Task MoveTo_AwayFromAnEndlessBody_LetsTheInstanceFinish()
    {
        var endless = Json.Activity("w", "Elsa.While", ("condition", Json.Literal(true, "Boolean")), ("body", Json.Line("l")));
        var run = new TestRun(new RunnerOptions { MaxActivityRuns = 20 }, Json.Definition("d", Json.Sequence("s", endless, Json.Line("z"))));
        await run.StartAsync();

        await run.MoveToAsync("z");

        Assert.Equal((WorkflowStatus.Finished, "z"), (run.Instance.Status, run.Lines[^1]));
    }

    [Fact]
    public async Task Complete_InWhatWasQueuedWhenTheWorkflowCompleted_DoesNotGetStuck()
    {
        var complete = Json.Activity("c", "Elsa.Complete");
        var late = Json.Sequence("late", Json.Line("a"), Json.Activity("c2", "Elsa.Complete"), Json.Line("no"));
        var flow = Json.Flowchart("f", [Json.Activity("st", "Elsa.Start"), complete, late], "st>c", "st>late");
        var run = new TestRun(Json.Definition("d", flow));

        await run.StartAsync();

        Assert.Empty(run.Instance.Incidents);
        Assert.Equal(["a"], run.Lines);
        Assert.Equal(WorkflowStatus.Finished, run.Instance.Status);
    }

    [Fact]
    public async Task Fault_OnOneBranch_LeavesTheOtherResumable()
    {
        var flow = Json.Flowchart(
            "f",
            [Json.Activity("st", "Elsa.Start"), Json.Activity("x", "Elsa.Fault"), Json.Event("e"), Json.Line("z")],
            "st>x", "st>e", "e>z");
        var run = new TestRun(Json.Definition("d", flow));
        await run.StartAsync();

        await run.ResumeAsync("e");

        Assert.Equal(["z"], run.Lines);
        Assert.Equal(WorkflowSubStatus.Faulted, run.Instance.SubStatus);
    }

    [Fact]
    public async Task Resume_WhenAnotherBranchHasLostItsBookmark_IsAnIncidentInsteadOfSilence()
    {
        var flow = Json.Flowchart("f", [Json.Activity("st", "Elsa.Start"), Json.Event("a"), Json.Event("b")], "st>a", "st>b");
        var run = new TestRun(Json.Definition("d", flow));
        await run.StartAsync();
        var state = JsonNode.Parse(run.State)!;
        state["bookmarks"]!.AsArray().RemoveAt(0);
        var session = run.Runner.Load(state.ToJsonString());

        var burst = await run.Runner.ResumeAsync(session, session.Instances[0].Bookmarks[0].Id);

        Assert.Equal(IncidentKind.Stuck, Assert.Single(burst.IncidentsAdded).Kind);
        Assert.Equal(WorkflowSubStatus.Faulted, session.Instances[0].SubStatus);
        await run.Runner.MoveToAsync(session, session.Instances[0].Id, "a");
        Assert.Equal(WorkflowSubStatus.Suspended, session.Instances[0].SubStatus);
    }

    [Fact]
    public async Task Cancel_ActivityThatThrows_StillEndsTheInstance()
    {
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", Review("a"))));
        await run.StartAsync();
        run.Review.IsBroken = true;

        var burst = await run.CancelAsync();

        Assert.Equal(WorkflowSubStatus.Cancelled, run.Instance.SubStatus);
        Assert.Single(burst.BookmarksRemoved);
    }

    [Fact]
    public async Task Start_ScriptThatRunsTooLong_IsAnIncident()
    {
        var run = new TestRun(Json.Definition("d", Json.Script("w", "while (true) { }")));

        var burst = await run.StartAsync();

        var message = Assert.Single(burst.IncidentsAdded).Message;
        Assert.StartsWith("Failed to evaluate activity input 'text'", message, StringComparison.Ordinal);
    }

    private static JsonObject Review(string id) => Json.Activity(id, "Test.Review", ("role", Json.Literal("Officer")));
}
