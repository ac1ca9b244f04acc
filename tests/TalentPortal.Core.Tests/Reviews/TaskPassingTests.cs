using TalentPortal.Core.Cases;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;
using static TalentPortal.Core.Tests.Reviews.DeskCase;

namespace TalentPortal.Core.Tests.Reviews;

/// <summary>A task goes from one person to another.</summary>
public sealed class TaskPassingTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Transfer_GivesTheTaskToTheColleagueAloneAndSaysWhyInTheCase()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.ClaimAsync(desk.Ann, task));
        Done(await desk.Desk.TransferAsync(desk.Ann, task, desk.Ben));
        Assert.IsType<CaseNotFound>((await desk.Desk.DecideAsync(desk.Cid, task, "Pass", 10)).Refusal);
        Assert.Equal("TaskTransferred|For a good reason.", await desk.ScalarAsync("select kind || '|' || reason from case_actions where case_id = $1"));
        Assert.Equal("task-given", await desk.ScalarAsync("select template from outbox_messages where case_id = $1 order by created_at desc, id desc limit 1"));
        Assert.Equal(0L, await desk.ScalarAsync("select count(*) from operation_events where stream_id = $1 and facts::text like '%good reason%'"));
        Assert.True((await desk.Desk.DecideAsync(desk.Ben, task, "Pass", 10)).Succeeded);
    }

    [Fact]
    public async Task Transfer_ToOneselfOrSomebodyWithoutTheRightOrWithoutAReason_IsRefused()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Refused<PassedToOneself>(await desk.Desk.TransferAsync(desk.Ann, task, desk.Ann));
        Refused<ColleagueWithoutRight>(await desk.Desk.TransferAsync(desk.Ann, task, await desk.Journey.ActorAsync("town2@demo")));
        Refused<ColleagueWithoutRight>(await desk.Desk.TransferAsync(desk.Ann, task, desk.Journey.Talent));
        Refused<ReasonMissing>(await desk.Desk.TransferAsync(desk.Ann, task, desk.Ben, " "));
        Refused<CaseNotFound>(await desk.Desk.TransferAsync(await desk.Journey.ActorAsync("town2@demo"), task, desk.Ben));
        Assert.Equal("Open", await desk.StateAsync(task));
    }

    [Fact]
    public async Task Transfer_InACircle_IsRefusedAndASupervisorSettlesIt()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.TransferAsync(desk.Ann, task, desk.Ben));
        Done(await desk.Desk.TransferAsync(desk.Ben, task, desk.Cid));
        Refused<PassedInCircle>(await desk.Desk.TransferAsync(desk.Cid, task, desk.Ann));
        Refused<SupervisorOnly>(await desk.Desk.AssignAsync(desk.Cid, task, desk.Ann));
        Done(await desk.Desk.AssignAsync(desk.Head, task, desk.Ann));
        Assert.True((await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Succeeded);
    }

    [Fact]
    public async Task Transfer_OfWhatAColleagueHolds_SaysWhoHoldsIt()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.ClaimAsync(desk.Ann, task));
        Assert.Equal(desk.Ann.UserId, Refused<TaskClaimedByOther>(await desk.Desk.TransferAsync(desk.Ben, task, desk.Cid)).OfficerId);
    }

    [Fact]
    public async Task PanelSeat_IsNeitherPassedOnNorShared()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachPanelAsync();
        var desk = new Desk(portal);
        var seats = await journey.PanelTasksAsync();
        var (first, other) = (await journey.ActorAsync(seats[0].Expert), await journey.ActorAsync(seats[1].Expert));
        Refused<PanelSeatFixed>(await desk.TransferAsync(first, seats[0].Task, other));
        Refused<PanelSeatFixed>(await desk.AddAsync(first, seats[0].Task, other, ReviewTaskKind.Before));
        Refused<PanelSeatFixed>(await desk.DelegateAsync(first, seats[0].Task, other));
    }
}
