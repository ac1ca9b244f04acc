using System.Text.Json.Nodes;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Tests.Support;
using Xunit;

namespace TalentPortal.Workflows.Tests.Execution;

public sealed class MoveToTests
{
    [Fact]
    public async Task MoveTo_EarlierStep_CancelsWhatWaitsAndStartsThere()
    {
        var flow = Json.Flowchart("f", [Review("a"), Review("b"), Json.Line("end")], "a:Approved>b", "b:Approved>end");
        var run = new TestRun(Json.Definition("d", flow));
        await run.StartAsync();
        await run.ResumeAsync("a");

        var burst = await run.MoveToAsync("a");

        Assert.Equal(["a"], run.Waiting);
        Assert.Equal("b", Assert.Single(burst.BookmarksRemoved).ActivityId);
        Assert.Contains("cancel b with 1", run.Host.Writes);
        await run.ResumeAsync("a");
        await run.ResumeAsync("b");
        Assert.Equal(["end"], run.Lines);
        Assert.Equal(WorkflowStatus.Finished, run.Instance.Status);
    }

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAllActive")]
    [InlineData("WaitAny")]
    public async Task MoveTo_OneBranchAfterTheJoin_DoesNotWaitForTheOther(string mode)
    {
        var run = Joined(mode);
        await run.StartAsync();
        await run.ResumeAsync("x");
        if (mode != "WaitAny") await run.ResumeAsync("y");
        Assert.Equal(["z"], run.Waiting);

        await run.MoveToAsync("x");
        Assert.Equal(["x"], run.Waiting);
        await run.ResumeAsync("x");

        Assert.Equal(["z"], run.Waiting);
    }

    [Fact]
    public async Task MoveTo_OneBranchWhileTheOtherWaits_LeavesTheOtherAlone()
    {
        var run = Joined("WaitAll");
        await run.StartAsync();
        await run.ResumeAsync("x");

        await run.MoveToAsync("x");

        Assert.Equal(["x", "y"], run.Waiting.Order(StringComparer.Ordinal));
        await run.ResumeAsync("x");
        Assert.Equal(["y"], run.Waiting);
        await run.ResumeAsync("y");
        Assert.Equal(["z"], run.Waiting);
    }

    [Fact]
    public async Task MoveTo_PastTheFork_DoesNotWaitForBranchesThatNeverRan()
    {
        var run = Joined("WaitAllActive", before: Json.Event("first"));
        await run.StartAsync();

        await run.MoveToAsync("x");
        await run.ResumeAsync("x");

        Assert.Equal(["z"], run.Waiting);
    }

    [Fact]
    public async Task MoveTo_IntoANestedFlowchart_OpensIt()
    {
        var inner = Json.Flowchart("inner", [Json.Event("i1"), Json.Event("i2")], "i1>i2");
        var flow = Json.Flowchart("f", [Json.Event("a"), inner, Json.Line("end")], "a>inner", "inner>end");
        var run = new TestRun(Json.Definition("d", flow));
        await run.StartAsync();

        await run.MoveToAsync("i2");

        Assert.Equal(["i2"], run.Waiting);
        await run.ResumeAsync("i2");
        Assert.Equal(["end"], run.Lines);
        Assert.Equal(WorkflowStatus.Finished, run.Instance.Status);
    }

    [Fact]
    public async Task MoveTo_InASequence_GoesOnFromThere()
    {
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", Json.Event("a"), Json.Event("b"), Json.Line("c"))));
        await run.StartAsync();
        await run.ResumeAsync("a");

        await run.MoveToAsync("a");
        await run.ResumeAsync("a");
        await run.ResumeAsync("b");

        Assert.Equal(["c"], run.Lines);
    }

    [Fact]
    public async Task MoveTo_AwayFromAFaultedActivity_ResolvesTheIncident()
    {
        var run = new TestRun(Json.Definition("d", Json.Flowchart("f", [Json.Event("a"), Json.Activity("x", "Elsa.Fault")], "a>x")));
        await run.StartAsync();
        await run.ResumeAsync("a");

        var burst = await run.MoveToAsync("a");

        Assert.Single(burst.IncidentsResolved);
        Assert.Equal((WorkflowSubStatus.Suspended, "a"), (run.Instance.SubStatus, run.Waiting.Single()));
    }

    [Fact]
    public async Task MoveTo_AwayFromAWaitingParent_CancelsItsChild()
    {
        var parent = Json.Flowchart("f", [Json.Event("a"), Json.Execute("x", "child")], "a>x");
        var run = new TestRun(Json.Definition("parent", parent), Json.Definition("child", Json.Sequence("s", Review("r"))));
        await run.StartAsync();
        await run.ResumeAsync("a");

        await run.MoveToAsync("a");

        Assert.Equal(["a"], run.Waiting);
        Assert.Equal(WorkflowSubStatus.Cancelled, run.Session.Instances[1].SubStatus);
        Assert.Equal("cancel r with 1", run.Host.Writes[^1]);
    }

    [Fact]
    public async Task MoveTo_IntoALoop_IsNotPossible()
    {
        var loop = Json.Activity("w", "Elsa.While", ("condition", Json.Literal(true, "Boolean")), ("body", Json.Event("b")));
        var run = new TestRun(Json.Definition("d", Json.Sequence("s", loop)));
        await run.StartAsync();

        Assert.False(run.Instance.Definition.Find("b")!.CanMoveTo);
        await Assert.ThrowsAsync<ArgumentException>(() => run.MoveToAsync("b"));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public async Task MoveTo_RandomFlowchartsAndMoves_AlwaysEndOrWait(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var definition = RandomFlow.Create(random);
            var run = new TestRun(definition);
            await run.StartAsync();
            for (var step = 0; step < 12; step++)
            {
                AssertEndsOrWaits(run, definition);
                if (run.Instance.Status == WorkflowStatus.Finished) break;
                var bookmarks = run.Waiting.ToList();
                if (random.Next(2) == 0) await run.ResumeAsync(bookmarks[random.Next(bookmarks.Count)]);
                else await run.MoveToAsync(RandomFlow.Target(run.Instance.Definition, random));
            }

            await DrainAsync(run, definition);
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public async Task MoveTo_InFlowchartsWithoutChoices_ReachesEverythingAfterIt(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var definition = RandomFlow.CreateWithoutChoices(random);
            var run = new TestRun(definition);
            await run.StartAsync();
            for (var resumes = random.Next(6); resumes > 0 && run.Instance.Bookmarks.Count > 1; resumes--)
                await run.ResumeAsync(run.Waiting.First());
            if (run.Instance.Status == WorkflowStatus.Finished) continue;
            for (var moves = random.Next(2); moves > 0; moves--)
            {
                await run.MoveToAsync(RandomFlow.Target(run.Instance.Definition, random));
                if (run.Instance.Status == WorkflowStatus.Finished) break;
            }

            if (run.Instance.Status == WorkflowStatus.Finished) continue;
            var target = RandomFlow.Target(run.Instance.Definition, random);
            var started = Started(await run.MoveToAsync(target));
            while (run.Instance.Status == WorkflowStatus.Running) started.UnionWith(Started(await run.ResumeAsync(run.Waiting.Last())));

            Assert.Subset(started, RandomFlow.Downstream(run.Instance.Definition, target));
        }
    }

    private static HashSet<string> Started(Burst burst) => burst.Journal
        .Where(entry => entry.Event == JournalEvent.Started)
        .Select(entry => entry.ActivityId)
        .ToHashSet(StringComparer.Ordinal);

    private static async Task DrainAsync(TestRun run, string definition)
    {
        for (var step = 0; run.Instance.Status == WorkflowStatus.Running; step++)
        {
            Assert.True(step < 400, $"Does not come to an end: {definition}");
            AssertEndsOrWaits(run, definition);
            await run.ResumeAsync(run.Waiting.First());
        }
    }

    private static void AssertEndsOrWaits(TestRun run, string definition)
    {
        Assert.True(run.Instance.Incidents.Count == 0, $"{string.Join("; ", run.Instance.Incidents)} in {definition}");
        Assert.True(run.Instance.Status == WorkflowStatus.Finished || run.Waiting.Any(), $"Neither ended nor waiting: {definition}");
    }

    private static TestRun Joined(string mode, JsonObject? before = null)
    {
        var join = Json.Activity("j", "Elsa.FlowJoin", ("mode", Json.Literal(mode)));
        var flow = Json.Flowchart(
            "f",
            [before ?? Json.Activity("first", "Elsa.Start"), Json.Event("x"), Json.Event("y"), join, Json.Event("z")],
            "first>x", "first>y", "x>j", "y>j", "j>z");
        return new TestRun(Json.Definition("d", flow));
    }

    private static JsonObject Review(string id) => Json.Activity(id, "Test.Review", ("role", Json.Literal("Officer")));
}
