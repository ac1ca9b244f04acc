using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Reviews.Handovers;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;
using static TalentPortal.Core.Tests.Reviews.DeskCase;

namespace TalentPortal.Core.Tests.Reviews.Handovers;

/// <summary>Somebody leaves, or a unit is merged: what is open goes to others.</summary>
public sealed class HandoverTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task PersonLeaves_WhatIsHeldAssignedOrWaiting_GoesToTheColleague()
    {
        var (held, assigned, waiting) = (await AtTownAsync(portal), await AtTownAsync(portal), await AtTownAsync(portal));
        var (ann, ben) = (held.Ann, held.Ben);
        Guid[] tasks = [await held.TaskAsync(), await assigned.TaskAsync(), await waiting.TaskAsync()];
        Done(await held.Desk.ClaimAsync(ann, tasks[0]));
        Done(await held.Desk.TransferAsync(ben, tasks[1], ann));
        Done(await held.Desk.DelegateAsync(ann, tasks[2], held.Cid));
        var rows = await HandAsync(held.Head, new HandoverFrom(ann.UserId, null), new HandoverTo(ben.UserId), tasks);
        Assert.All(rows, row => Assert.True(row.Answer.Succeeded, row.Answer.Refusal?.ToString()));
        Assert.Equal($"Open {ben.DisplayName}", await held.StateAsync(tasks[0]));
        Assert.Equal($"Waiting {ben.DisplayName}", await held.StateAsync(tasks[2]));
        Assert.True((await held.Desk.DecideAsync(ben, tasks[0], "Pass", 10)).Succeeded);
        Assert.True((await held.Desk.DecideAsync(held.Cid, await waiting.TaskAsync("kind = 'Delegated' and status = 'Open'"), "Agree")).Succeeded);
        Assert.True((await held.Desk.DecideAsync(ben, tasks[2], "Pass", 10)).Succeeded);
        Assert.Equal("TaskHandedOver|Ann leaves.", await assigned.ScalarAsync("select kind || '|' || reason from case_actions where case_id = $1 order by acted_at desc, id desc limit 1"));
    }

    [Fact]
    public async Task WhatCannotGo_StaysAndSaysWhy()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.ClaimAsync(desk.Ann, task));
        var from = new HandoverFrom(desk.Ann.UserId, null);
        Assert.IsType<CaseNotFound>((await HandAsync(desk.Ben, from, new HandoverTo(desk.Ben.UserId), [task]))[0].Answer.Refusal);
        Assert.IsType<ColleagueWithoutRight>((await HandAsync(desk.Head, from, new HandoverTo(desk.Journey.Talent.UserId), [task]))[0].Answer.Refusal);
        Assert.IsType<HandedToTheSame>((await HandAsync(desk.Head, from, new HandoverTo(desk.Ann.UserId), [task]))[0].Answer.Refusal);
        Assert.IsType<NoLongerThere>((await HandAsync(desk.Head, new HandoverFrom(desk.Cid.UserId, null), new HandoverTo(), [task]))[0].Answer.Refusal);
        Assert.IsType<HandoverEmpty>((await TryAsync(desk.Head, from, new HandoverTo(), [], "Ann leaves.")).Refusal);
        Assert.IsType<ReasonMissing>((await TryAsync(desk.Head, from, new HandoverTo(), [task], " ")).Refusal);
        Assert.Equal($"Claimed {desk.Ann.DisplayName}", await desk.StateAsync(task));
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachPanelAsync();
        var seat = (await journey.PanelTasksAsync())[0];
        Assert.IsType<PanelSeatFixed>((await HandAsync(desk.Head, new HandoverFrom(seat.Expert, null), new HandoverTo(), [seat.Task]))[0].Answer.Refusal);
    }

    [Fact]
    public async Task SentTwice_GoesOnce_AndThePoolHasIt()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.ClaimAsync(desk.Ann, task));
        var id = Guid.NewGuid();
        for (var time = 0; time < 2; time++)
            Assert.True((await TryAsync(desk.Head, new HandoverFrom(desk.Ann.UserId, null), new HandoverTo(), [task], "Ann leaves.", id)).Value[0].Answer.Succeeded);
        Assert.Equal("Open", await desk.StateAsync(task));
        Assert.Equal(1L, await desk.ScalarAsync("select count(*) from case_actions where case_id = $1 and kind = 'TaskHandedOver'"));
    }

    [Fact]
    public async Task UnitIsMerged_ItsTasksAreTheOtherUnits()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        var (from, to) = (await UnitAsync("ys-town-yanshan"), await UnitAsync("ys-town-zhemu"));
        Assert.IsType<UnitWithoutReviewer>((await HandAsync(desk.Head, new HandoverFrom(null, from), new HandoverTo(OrganisationId: await UnitAsync("ys-agriculture")), [task]))[0].Answer.Refusal);
        Done((await HandAsync(desk.Head, new HandoverFrom(null, from), new HandoverTo(OrganisationId: to), [task]))[0].Answer);
        Assert.IsType<CaseNotFound>((await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Refusal);
        Assert.True((await desk.Desk.DecideAsync(await desk.Journey.ActorAsync("town2@demo"), task, "Pass", 10)).Succeeded);
    }

    [Fact]
    public async Task Read_ShowsTheTasksAndWhatEachBecomes()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.ClaimAsync(desk.Ann, task));
        await using var scope = portal.Services.CreateAsyncScope();
        var query = scope.ServiceProvider.GetRequiredService<HandoverQuery>();
        var from = new HandoverFrom(desk.Ann.UserId, null);
        var view = await query.ReadAsync(desk.Head, from, new HandoverTo(desk.Ben.UserId), default);
        Assert.Equal(1, view.People.Single(person => person.Id == desk.Ann.UserId).Open);
        Assert.Null(Assert.Single(view.Tasks, row => row.TaskId == task).WhyNot);
        Assert.Contains(view.Receivers, person => person.Id == desk.Ben.UserId);
        Assert.DoesNotContain(view.Receivers, person => person.Id == desk.Ann.UserId || person.Id == desk.Head.UserId);
        Assert.IsType<ColleagueWithoutRight>((await query.ReadAsync(desk.Head, from, new HandoverTo(desk.Head.UserId), default)).Tasks[0].WhyNot);
        Assert.Empty((await query.ReadAsync(desk.Cid, from, null, default)).Tasks);
    }

    [Fact]
    public async Task Leaving_EndsTheAppointments_ByWhoGrantsRightsOnly()
    {
        var desk = await AtTownAsync(portal);
        var admin = await desk.Journey.ActorAsync("admin@demo");
        var today = portal.Services.GetRequiredService<PortalTimeZone>().Today;
        await using var scope = portal.Services.CreateAsyncScope();
        var departures = scope.ServiceProvider.GetRequiredService<Departures>();
        Assert.IsType<MayNotEndAppointments>((await departures.EndAsync(desk.Head, desk.Ann.UserId, today, Begin(desk.Head), default)).Refusal);
        Assert.IsType<LeavesInPast>((await departures.EndAsync(admin, desk.Ann.UserId, today.AddDays(-1), Begin(admin), default)).Refusal);
        Assert.Equal(1, (await departures.EndAsync(admin, desk.Ann.UserId, today, Begin(admin), default)).Value);
        Assert.Equal(0, (await departures.EndAsync(admin, desk.Ann.UserId, today, Begin(admin), default)).Value);
        Assert.Equal(today, await portal.Database.ScalarAsync("select to_on from appointments where user_id = $1", desk.Ann.UserId) is DateOnly on ? on : default);
    }

    private async Task<IReadOnlyList<HandoverRow>> HandAsync(Actor actor, HandoverFrom from, HandoverTo to, Guid[] tasks) =>
        (await TryAsync(actor, from, to, tasks, "Ann leaves.")).Value;

    private Task<Result<IReadOnlyList<HandoverRow>>> TryAsync(Actor actor, HandoverFrom from, HandoverTo to, Guid[] tasks, string reason, Guid? id = null) =>
        portal.Services.GetRequiredService<HandoverService>().RunAsync(actor, new Handover(from, to, reason), tasks, Begin(actor, id), default);

    private Operation Begin(Actor actor, Guid? id = null) => Operation.Begin(id ?? Guid.NewGuid(), "TasksHandingOver", actor.UserId, role: null, portal.Clock);

    private async Task<Guid> UnitAsync(string code) => (Guid)(await portal.Database.ScalarAsync("select id from organisations where code = $1", code))!;
}
