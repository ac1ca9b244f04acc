using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Orchestration.Dispatches;
using TalentPortal.TestCommon.Portals;
using Xunit;
using static TalentPortal.Core.Tests.Orchestration.TestFlows;

namespace TalentPortal.Core.Tests.Orchestration;

/// <summary>A workflow that another case dispatched runs in a case of its own; what crosses over is a job.</summary>
public sealed class DispatchTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    private readonly TestFlows flows = new(portal);

    public async Task InitializeAsync()
    {
        await flows.AddAsync("child-waits", Event("go"), Activity("out", "Elsa.SetOutput", ("outputName", Input("Out")),
            ("outputValue", Input("getInput('Given') + 1", "Object", "JavaScript"))));
        await flows.AddAsync("child-faults", Activity("f", "Elsa.RunJavaScript",
            ("script", Input("if (!getVariable('again')) { setVariable('again', true); } missing()"))));
        await flows.AddAsync("parent-waits", Dispatch("child-waits"), Event("after"));
        await flows.AddAsync("parent-goes-on", Dispatch("child-waits", awaited: false), Event("after"));
        await flows.AddAsync("parent-of-fault", Dispatch("child-faults"), Event("after"));
        await flows.AddAsync("parent-of-itself", Dispatch("parent-of-itself"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Dispatch_Awaited_RunsInACaseOfItsOwnAndItsEndReachesTheParent()
    {
        var parent = await flows.StartAsync("parent-waits");
        await portal.RunJobsAsync();
        var child = await flows.ChildAsync(parent);
        Assert.NotEqual(parent, child);
        Assert.Equal("Running Suspended", await flows.StateAsync(child));
        Assert.Equal("Elsa.DispatchWorkflow", await flows.ScalarAsync("select name from bookmarks where case_id = $1", parent));
        Assert.Contains("of the parent", (string)(await flows.ScalarAsync("select state::text from workflow_instances where case_id = $1", child))!, StringComparison.Ordinal);

        Assert.True(await flows.PublishAsync(child, "go"));
        await portal.RunJobsAsync();

        Assert.Equal("Finished Finished", await flows.StateAsync(child));
        Assert.Equal("after", await flows.ScalarAsync("select key from bookmarks where case_id = $1", parent));
    }

    [Fact]
    public async Task Dispatch_NotAwaited_GoesOnAndOutlivesTheParent()
    {
        var parent = await flows.StartAsync("parent-goes-on");
        Assert.Equal("after", await flows.ScalarAsync("select key from bookmarks where case_id = $1", parent));
        await portal.RunJobsAsync();
        var child = await flows.ChildAsync(parent);

        await flows.CancelAsync(parent);
        await portal.RunJobsAsync();

        Assert.Equal("Running Suspended", await flows.StateAsync(child));
    }

    [Fact]
    public async Task Parent_EndedWhileItsChildRuns_EndsTheChild()
    {
        var parent = await flows.StartAsync("parent-waits");
        await portal.RunJobsAsync();
        var child = await flows.ChildAsync(parent);

        await flows.CancelAsync(parent);
        await portal.RunJobsAsync();

        Assert.Equal("Finished Cancelled", await flows.StateAsync(child));
    }

    [Fact]
    public async Task Parent_EndedBeforeItsChildBegan_HasNoChild()
    {
        var parent = await flows.StartAsync("parent-waits");
        // The portal's own worker may be faster: then the child is cancelled instead.
        await flows.CancelAsync(parent);
        await portal.RunJobsAsync();

        Assert.Equal(0L, await flows.ScalarAsync("select count(*) from workflow_instances where dispatched_from = $1 and status = 'Running'", parent));
    }

    [Fact]
    public async Task Child_ThatFaults_IsAnIncidentOfTheParentUntilItIsCancelled()
    {
        var parent = await flows.StartAsync("parent-of-fault");
        await portal.RunJobsAsync();
        var child = await flows.ChildAsync(parent);
        Assert.Equal("Running Faulted", await flows.StateAsync(child));
        Assert.Equal("Running Faulted", await flows.StateAsync(parent));
        var reason = (string)(await flows.ScalarAsync("select reason from incidents where case_id = $1 and resolved_at is null", parent))!;
        Assert.Contains("missing", reason, StringComparison.Ordinal);

        await flows.RetryAsync(child);
        await portal.RunJobsAsync();
        Assert.Equal(1L, await flows.ScalarAsync("select count(*) from incidents where case_id = $1 and resolved_at is null", parent));

        await flows.CancelAsync(child);
        await portal.RunJobsAsync();
        Assert.Equal("after", await flows.ScalarAsync("select key from bookmarks where case_id = $1", parent));
        Assert.Equal(0L, await flows.ScalarAsync("select count(*) from incidents where case_id = $1 and resolved_at is null", parent));
    }

    [Fact]
    public async Task Child_ThatIsRescued_LetsTheParentGoOn()
    {
        var parent = await flows.StartAsync("parent-of-fault");
        await portal.RunJobsAsync();
        var child = await flows.ChildAsync(parent);
        await flows.SkipAsync(child, "Done");
        await portal.RunJobsAsync();
        Assert.Equal("Finished Finished", await flows.StateAsync(child));
        Assert.Equal("after", await flows.ScalarAsync("select key from bookmarks where case_id = $1", parent));
        Assert.Equal(0L, await flows.ScalarAsync("select count(*) from incidents where case_id = $1 and resolved_at is null", parent));
    }

    [Fact]
    public async Task Jobs_DoneTwice_ChangeNothing()
    {
        var parent = await flows.StartAsync("parent-waits");
        await portal.RunJobsAsync();
        var child = await flows.ChildAsync(parent);
        await AgainAsync(StartDispatchedJob.Kind);
        Assert.Equal(1L, await flows.ScalarAsync("select count(*) from workflow_instances where dispatched_from = $1", parent));

        await flows.PublishAsync(child, "go");
        await portal.RunJobsAsync();
        await AgainAsync(ReportChildJob.Kind);

        Assert.Equal("after", await flows.ScalarAsync("select key from bookmarks where case_id = $1", parent));
        Assert.Equal(0L, await flows.ScalarAsync("select count(*) from jobs where kind like 'workflows.%' and last_error is not null"));
    }

    [Fact]
    public async Task Report_WhileTheParentIsSuspended_RestsAndComesLater()
    {
        var parent = await flows.StartAsync("parent-waits");
        await portal.RunJobsAsync();
        await flows.ExecuteAsync("update cases set hold = true where id = $1", parent);
        await flows.PublishAsync(await flows.ChildAsync(parent), "go");
        await portal.RunJobsAsync();
        Assert.Equal("Elsa.DispatchWorkflow", await flows.ScalarAsync("select name from bookmarks where case_id = $1", parent));

        await flows.ExecuteAsync("update cases set hold = false where id = $1", parent);
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        await portal.RunJobsAsync();

        Assert.Equal("after", await flows.ScalarAsync("select key from bookmarks where case_id = $1", parent));
    }

    [Fact]
    public async Task Dispatch_OfItselfWithoutEnd_IsStopped()
    {
        var first = await flows.StartAsync("parent-of-itself");
        await portal.RunJobsAsync();

        Assert.Equal(16, await flows.ScalarAsync("select max(depth) from workflow_instances where definition_id = 'parent-of-itself'"));
        await flows.CancelAsync(first);
        await flows.ExecuteAsync("update jobs set status = 'Done', completed_at = created_at where status = 'Waiting' and attempts > 0");
    }

    private async Task AgainAsync(string kind)
    {
        await flows.ExecuteAsync("update jobs set status = 'Waiting', completed_at = null where kind = $1 and status = 'Done'", kind);
        await portal.RunJobsAsync();
        Assert.Equal(0L, await flows.ScalarAsync("select count(*) from jobs where kind = $1 and status = 'Waiting' and last_error is not null", kind));
    }
}
