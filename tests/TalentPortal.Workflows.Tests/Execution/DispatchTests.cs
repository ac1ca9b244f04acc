using System.Text.Json.Nodes;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Tests.Support;
using Xunit;

namespace TalentPortal.Workflows.Tests.Execution;

public sealed class DispatchTests
{
    private static readonly string Child = Json.Definition("child", Json.Sequence("c", Json.Event("go")));

    [Fact]
    public async Task Dispatch_Awaited_NamesTheChildAndWaits()
    {
        var run = Parent(Dispatch("d"));

        var burst = await run.StartAsync();

        var dispatched = Assert.Single(burst.Dispatched);
        Assert.Equal(("child", 1, true), (dispatched.DefinitionId, dispatched.DefinitionVersion, dispatched.IsAwaited));
        Assert.Equal(run.Instance.Id, (string?)dispatched.Input["ParentInstanceId"]);
        Assert.Equal((DispatchedWorkflow.BookmarkName, dispatched.InstanceId), (run.BookmarkOf("d").Name, run.BookmarkOf("d").Key));
        Assert.Single(burst.Instances);
    }

    [Fact]
    public async Task Dispatch_NotAwaited_GoesOn()
    {
        var run = Parent(Dispatch("d", isAwaited: false));

        var burst = await run.StartAsync();

        Assert.False(Assert.Single(burst.Dispatched).IsAwaited);
        Assert.Equal(WorkflowStatus.Finished, run.Instance.Status);
        Assert.Empty((await run.CancelAsync()).Recalled);
    }

    [Fact]
    public async Task Cancel_OfAParentThatWaits_CallsTheChildOff()
    {
        var run = Parent(Dispatch("d"));
        var child = Assert.Single((await run.StartAsync()).Dispatched).InstanceId;

        var burst = await run.CancelAsync();

        Assert.Equal([child], burst.Recalled);
    }

    [Fact]
    public async Task Dispatch_CalledOffInItsOwnBurst_NeverHappened()
    {
        var both = Json.Activity("p", "Elsa.Parallel", ("activities", new JsonArray(Dispatch("d"), Json.Activity("end", "Elsa.Finish"))));
        var run = Parent(both);

        var burst = await run.StartAsync();

        Assert.Empty(burst.Dispatched);
        Assert.Empty(burst.Recalled);
        Assert.Equal(WorkflowStatus.Finished, run.Instance.Status);
    }

    [Fact]
    public async Task MoveTo_AwayFromTheWait_CallsTheChildOff()
    {
        var run = Parent(Dispatch("d"), Json.Event("other"));
        var child = Assert.Single((await run.StartAsync()).Dispatched).InstanceId;

        var burst = await run.MoveToAsync("other");

        Assert.Equal([child], burst.Recalled);
        Assert.Equal(["other"], run.Waiting);
    }

    [Fact]
    public async Task Report_OfAFaultedChild_IsAnIncidentAsLongAsItStands()
    {
        var run = Parent(Dispatch("d"));
        await run.StartAsync();

        var faulted = await run.Runner.ReportChildAsync(run.Session, run.BookmarkOf("d").Id, "it broke", run.Host);
        var twice = await run.Runner.ReportChildAsync(run.Session, run.BookmarkOf("d").Id, "it broke", run.Host);
        var incident = Assert.Single(faulted.IncidentsAdded);
        Assert.Equal((IncidentKind.ChildFaulted, "d", "it broke"), (incident.Kind, incident.ActivityId, incident.Message));
        Assert.False(twice.DidWork);
        Assert.Equal(WorkflowSubStatus.Faulted, faulted.Instances[0].SubStatus);

        var recovered = await run.Runner.ReportChildAsync(run.Session, run.BookmarkOf("d").Id, fault: null, run.Host);
        Assert.Single(recovered.IncidentsResolved);
        Assert.Equal(WorkflowSubStatus.Suspended, recovered.Instances[0].SubStatus);
    }

    [Fact]
    public async Task End_OfAChildThatHadFaulted_LetsTheParentGoOn()
    {
        var run = Parent(Dispatch("d"), Json.Line("after"));
        await run.StartAsync();
        var reported = await run.Runner.ReportChildAsync(run.Session, run.BookmarkOf("d").Id, "it broke", run.Host);
        var reloaded = run.Runner.Load(reported.Instances[0].State);

        var burst = await run.Runner.ResumeAsync(reloaded, run.BookmarkOf("d").Id, [], run.Host);

        Assert.Equal(["after"], burst.Lines.Select(line => line.Text));
        Assert.Single(burst.IncidentsResolved);
        Assert.Equal(WorkflowStatus.Finished, burst.Instances[0].Status);
    }

    [Fact]
    public async Task Retry_OfAChildsFault_OnlyWaitsOn()
    {
        var run = Parent(Dispatch("d"));
        await run.StartAsync();
        await run.Runner.ReportChildAsync(run.Session, run.BookmarkOf("d").Id, "it broke", run.Host);

        var burst = await run.RetryAsync();

        Assert.Empty(burst.Dispatched);
        Assert.Equal(["d"], run.Waiting);
        Assert.Empty(run.Instance.Incidents);
    }

    private static TestRun Parent(params JsonObject[] activities) =>
        new(Json.Definition("parent", Json.Sequence("s", activities)), Child);

    private static JsonObject Dispatch(string id, bool isAwaited = true) => Json.Activity(
        id,
        "Elsa.DispatchWorkflow",
        ("workflowDefinitionId", Json.Literal("child")),
        ("waitForCompletion", Json.Literal(isAwaited, "Boolean")));
}
