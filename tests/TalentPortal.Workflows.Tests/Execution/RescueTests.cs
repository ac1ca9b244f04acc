using System.Text.Json.Nodes;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Tests.Support;
using Xunit;

namespace TalentPortal.Workflows.Tests.Execution;

/// <summary>What an administrator does with an incident beside trying again.</summary>
public sealed class RescueTests
{
    [Fact]
    public async Task Skip_AfterAFailedStart_GoesOnByTheChosenOutcome()
    {
        var run = new TestRun(Json.Definition("d", Json.Flowchart("f", [Review("a"), Json.Line("yes"), Json.Line("no")], "a:Approved>yes", "a:Rejected>no")));
        run.Review.IsBroken = true;
        await run.StartAsync();
        run.Review.IsBroken = false;

        var burst = await SkipAsync(run, "Rejected");

        Assert.Equal(["no"], run.Lines);
        Assert.Equal(WorkflowStatus.Finished, run.Instance.Status);
        Assert.Single(burst.IncidentsResolved);
        Assert.Contains(burst.Journal, entry => entry is { ActivityId: "a", Event: JournalEvent.Completed } && entry.Outcomes is ["Rejected"]);
    }

    [Fact]
    public async Task Skip_AfterAFailedResume_ClearsAwayWhatTheActivityOwns()
    {
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", Review("a"), Json.Event("e"))));
        await run.StartAsync();
        run.Review.IsBroken = true;
        await run.ResumeAsync("a");
        run.Review.IsBroken = false;

        var burst = await SkipAsync(run, "Approved");

        Assert.Contains("cancel a with 1", run.Host.Writes);
        Assert.Equal(["e"], run.Waiting);
        Assert.DoesNotContain(burst.BookmarksAdded, bookmark => bookmark.ActivityId == "a");
        Assert.Equal(WorkflowSubStatus.Suspended, run.Instance.SubStatus);
    }

    [Fact]
    public async Task Skip_BesideAnotherIncident_LeavesThatOneOpen()
    {
        var run = new TestRun(Json.Definition("d", Json.Flowchart("f",
            [Json.Activity("fork", "Elsa.FlowFork", ("branches", Json.Input("Object", "[\"l\",\"r\"]", "String[]"))), Review("a"), Review("b")], "fork:l>a", "fork:r>b")));
        run.Review.IsBroken = true;
        await run.StartAsync();
        run.Review.IsBroken = false;

        await SkipAsync(run, "Approved");

        Assert.Equal("b", Assert.Single(run.Instance.Incidents).ActivityId);
        Assert.Equal(WorkflowSubStatus.Faulted, run.Instance.SubStatus);
    }

    [Fact]
    public async Task Skip_OfAJoinedBranch_LetsTheJoinFire()
    {
        var run = new TestRun(Json.Definition("d", Json.Flowchart("f",
            [
                Json.Activity("fork", "Elsa.FlowFork", ("branches", Json.Input("Object", "[\"l\",\"r\"]", "String[]"))),
                Review("a"), Json.Line("b"), Json.Activity("j", "Elsa.FlowJoin", ("mode", Json.Literal("WaitAll"))), Json.Line("end"),
            ],
            "fork:l>a", "fork:r>b", "a:Approved>j", "b>j", "j>end")));
        run.Review.IsBroken = true;
        await run.StartAsync();
        run.Review.IsBroken = false;

        await SkipAsync(run, "Approved");

        Assert.Equal(["b", "end"], run.Lines);
        Assert.Equal(WorkflowStatus.Finished, run.Instance.Status);
    }

    [Fact]
    public async Task Skip_UnknownOutcome_IsRefusedAndChangesNothing()
    {
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", Review("a"))));
        run.Review.IsBroken = true;
        await run.StartAsync();
        var before = run.State;

        await Assert.ThrowsAsync<ArgumentException>(() => SkipAsync(run, "Perhaps"));

        Assert.Equal(before, run.State);
    }

    [Fact]
    public async Task Skip_ResolvedIncident_DoesNothing()
    {
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", Review("a"))));
        run.Review.IsBroken = true;
        await run.StartAsync();
        var id = run.Instance.Incidents[0].Id;
        run.Review.IsBroken = false;
        await run.RetryAsync();

        Assert.False((await run.Runner.SkipAsync(run.Session, id, "Approved", run.Host)).DidWork);
    }

    [Fact]
    public async Task Skip_WhatNoActivityStopped_IsRefused()
    {
        var loop = Json.Activity("w", "Elsa.While", ("condition", Json.Literal(true, "Boolean")), ("body", Json.Line("again")));
        var run = new TestRun(new RunnerOptions { MaxActivityRuns = 20 }, Json.Definition("d", Json.Sequence("s", loop)));
        await run.StartAsync();
        var incident = Assert.Single(run.Instance.Incidents);

        Assert.False(incident.CanSkip);
        await Assert.ThrowsAsync<ArgumentException>(() => SkipAsync(run, "Done"));
    }

    [Fact]
    public async Task SetVariable_ThenRetry_RunsWithTheNewValue()
    {
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", Json.Script("l", "return variables.text.toUpperCase();")), [Json.Variable("text", "String")]));
        await run.StartAsync();
        Assert.Single(run.Instance.Incidents);

        await SetAsync(run, "text", "late");
        await run.RetryAsync();

        Assert.Equal(["LATE"], run.Lines);
        Assert.Equal(WorkflowStatus.Finished, run.Instance.Status);
    }

    [Fact]
    public async Task SetVariable_TextForANumber_IsConvertedOrRefused()
    {
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", Json.Event("e")), [Json.Variable("count", "Int32", "3")]));
        await run.StartAsync();

        await SetAsync(run, "count", "12");
        Assert.Equal(12, (int)run.Instance.Variables.Single().Value!);
        await Assert.ThrowsAsync<ArgumentException>(() => SetAsync(run, "count", "twelve"));
        await Assert.ThrowsAsync<ArgumentException>(() => SetAsync(run, "other", "1"));
        Assert.Equal(12, (int)run.Instance.Variables.Single().Value!);
    }

    private static async Task<Burst> SkipAsync(TestRun run, string outcome) =>
        run.Take(await run.Runner.SkipAsync(run.Session, run.Instance.Incidents[0].Id, outcome, run.Host));

    private static async Task SetAsync(TestRun run, string name, JsonNode value)
    {
        var place = run.Instance.Variables.FirstOrDefault(variable => variable.Name == name);
        run.Take(await run.Runner.SetVariableAsync(run.Session, run.Instance.Id, place?.RunId ?? 1, name, value));
    }

    private static JsonObject Review(string id) => Json.Activity(id, "Test.Review", ("role", Json.Literal("Officer")));
}
