using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Absences;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;
using static TalentPortal.Core.Tests.Reviews.DeskCase;

namespace TalentPortal.Core.Tests.Reviews.Absences;

/// <summary>Absences are entered and ended, and what the stand-in did bears the absent one's name.</summary>
public sealed class AbsenceTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private DateOnly Today => portal.Services.GetRequiredService<PortalTimeZone>().Today;

    [Fact]
    public async Task Enter_GivesTheStandInTheRight_AndTheHistorySaysForWhom()
    {
        var (desk, standIn) = await TownAndStandInAsync();
        var task = await desk.TaskAsync();
        Done(await desk.Desk.ClaimAsync(desk.Ann, task));
        var absence = await EnteredAsync(desk.Ann, standIn);
        standIn = await desk.Journey.ActorAsync(standIn.UserId);
        Assert.True((await desk.Desk.DecideAsync(standIn, task, "Pass", 10)).Succeeded);
        Assert.Equal(desk.Ann.UserId.ToString(), await desk.ScalarAsync(
            "select facts->>'for' from operation_events where stream_id = $1 and type = 'DecisionMade' order by seq desc limit 1"));
        await using var scope = portal.Services.CreateAsyncScope();
        var file = await scope.ServiceProvider.GetRequiredService<TalentPortal.Core.Reviews.Queries.CaseFileQuery>().ReadAsync(
            desk.Journey.CaseId, TalentPortal.Core.Reviews.Queries.FileReach.Full, default);
        Assert.Equal(desk.Ann.DisplayName, file!.Decisions[0].For);
        Assert.Contains(file.Events, entry => entry.Type == "DecisionMade" && entry.For == desk.Ann.DisplayName && entry.Actor == standIn.DisplayName);
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from outbox_messages where template = 'stand-in-asked' and recipient_id = $1", standIn.UserId));
        Assert.Equal(1L, await portal.Database.ScalarAsync(
            "select count(*) from operation_events where type = 'AbsenceEntered' and facts->>'absence' = $1", absence.ToString()));
    }

    [Fact]
    public async Task Enter_Twice_IsOnce()
    {
        var (desk, standIn) = await TownAndStandInAsync();
        var id = Guid.NewGuid();
        Assert.Equal((await EnterAsync(desk.Ann, Entry(desk.Ann, standIn), id)).Value, (await EnterAsync(desk.Ann, Entry(desk.Ann, standIn), id)).Value);
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from absences where user_id = $1", desk.Ann.UserId));
    }

    [Fact]
    public async Task Enter_WhatCannotBe_IsRefusedWithItsReason()
    {
        var (desk, standIn) = await TownAndStandInAsync();
        var entry = Entry(desk.Ann, standIn);
        await RefusedAsync<StandInIsOneself>(desk.Ann, entry with { StandInId = desk.Ann.UserId });
        await RefusedAsync<AbsenceBackwards>(desk.Ann, entry with { ToOn = Today, FromOn = Today.AddDays(1) });
        await RefusedAsync<AbsenceInPast>(desk.Ann, entry with { FromOn = Today.AddDays(-1) });
        await RefusedAsync<AbsenceItemsMissing>(desk.Ann, entry with { ServiceItemCodes = [] });
        await RefusedAsync<AbsenceItemsMissing>(desk.Ann, entry with { ServiceItemCodes = ["RC999999"] });
        await RefusedAsync<StandInWithoutRight>(desk.Ann, entry with { StandInId = desk.Journey.Talent.UserId });
        await RefusedAsync<StandInWithoutRight>(desk.Ann, entry with { StandInId = desk.Head.UserId });
        await RefusedAsync<AbsenceNotYours>(desk.Ben, entry);
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from absences where user_id = $1", desk.Ann.UserId));
    }

    [Fact]
    public async Task Enter_BesideOthers_IsRefusedWhereNobodyWouldBeThere()
    {
        var (desk, standIn) = await TownAndStandInAsync();
        await EnteredAsync(desk.Ann, standIn, ["RC320001"]);
        await RefusedAsync<AbsenceOverlaps>(desk.Ann, Entry(desk.Ann, desk.Ben));
        await RefusedAsync<StandInAbsent>(desk.Ben, Entry(desk.Ben, desk.Ann));
        await RefusedAsync<StandInCircle>(standIn, Entry(standIn, desk.Ann));
        await RefusedAsync<StandsInMeanwhile>(standIn, Entry(standIn, desk.Cid));
        // Other service items may have another stand-in, and later days, too.
        await EnteredAsync(desk.Ann, desk.Ben, ["RC010001"]);
        Assert.True((await EnterAsync(standIn, Entry(standIn, desk.Ann) with { FromOn = Today.AddDays(30), ToOn = Today.AddDays(31) })).Succeeded);
    }

    [Fact]
    public async Task Enter_ForChosenItems_CoversNoOther()
    {
        var (desk, standIn) = await TownAndStandInAsync();
        await EnteredAsync(desk.Ann, standIn, ["RC320001"]);
        Refused<CaseNotFound>(await desk.Desk.ClaimAsync(await desk.Journey.ActorAsync(standIn.UserId), await desk.TaskAsync()));
    }

    [Fact]
    public async Task Head_EntersForTheOwnPeople()
    {
        var (desk, standIn) = await TownAndStandInAsync();
        Assert.True((await EnterAsync(desk.Head, Entry(desk.Ann, standIn))).Succeeded);
        await using var scope = portal.Services.CreateAsyncScope();
        var view = await scope.ServiceProvider.GetRequiredService<AbsenceQuery>().ReadAsync(desk.Head, desk.Ann.UserId, default);
        Assert.Equal(desk.Ann.UserId, view.About.Id);
        Assert.Contains(view.StandIns, person => person.Id == standIn.UserId);
        Assert.DoesNotContain(view.StandIns, person => person.Id == desk.Head.UserId || person.Id == desk.Ann.UserId);
        Assert.Contains(view.Rows, row => row is { State: AbsenceState.Now, MayEnd: true });
    }

    [Fact]
    public async Task End_Early_TellsTheFormerStandIn_AndGivesTheTaskBack()
    {
        var (desk, standIn) = await TownAndStandInAsync();
        var task = await desk.TaskAsync();
        Done(await desk.Desk.TransferAsync(desk.Ben, task, desk.Ann));
        var absence = await EnteredAsync(desk.Ann, standIn);
        standIn = await desk.Journey.ActorAsync(standIn.UserId);
        Done(await desk.Desk.ClaimAsync(standIn, task));
        Refused<AbsenceNotYours>(await EndAsync(desk.Ben, absence));
        Done(await EndAsync(desk.Ann, absence));
        Refused<AbsenceOver>(await EndAsync(desk.Ann, absence));
        standIn = await desk.Journey.ActorAsync(standIn.UserId);
        Assert.Equal(Today, Assert.IsType<StandInEnded>((await desk.Desk.DecideAsync(standIn, task, "Pass", 10)).Refusal).EndedOn);
        await portal.RunJobsAsync();
        Assert.Equal($"Open {desk.Ann.DisplayName}", await desk.StateAsync(task));
        Assert.True((await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Succeeded);
    }

    [Fact]
    public async Task LastDayGoneBy_WhatTheStandInHeldIsInThePoolAgain()
    {
        var (desk, standIn) = await TownAndStandInAsync();
        var task = await desk.TaskAsync();
        await EnteredAsync(desk.Ann, standIn);
        Done(await desk.Desk.ClaimAsync(await desk.Journey.ActorAsync(standIn.UserId), task));
        portal.Clock.Advance(TimeSpan.FromDays(4));
        await portal.RunJobsAsync();
        Assert.Equal("Open", await desk.StateAsync(task));
        Assert.True((await desk.Desk.DecideAsync(desk.Ben, task, "Pass", 10)).Succeeded);
    }

    private async Task<(DeskCase Desk, Actor StandIn)> TownAndStandInAsync() =>
        (await AtTownAsync(portal), await new TestPeople(portal.Services).OfficerAsync(PortalRole.TownReviewer, "ys-town-zhemu"));

    private AbsenceEntry Entry(Actor absent, Actor standIn) => new(absent.UserId, standIn.UserId, Today, Today.AddDays(3));

    private async Task<Guid> EnteredAsync(Actor absent, Actor standIn, IReadOnlyList<string>? items = null)
    {
        var result = await EnterAsync(absent, Entry(absent, standIn) with { ServiceItemCodes = items });
        Assert.True(result.Succeeded, result.Refusal?.ToString());
        return result.Value;
    }

    private async Task RefusedAsync<T>(Actor actor, AbsenceEntry entry)
        where T : Refusal => Assert.IsType<T>((await EnterAsync(actor, entry)).Refusal);

    private async Task<Result<Guid>> EnterAsync(Actor actor, AbsenceEntry entry, Guid? id = null)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AbsenceService>().EnterAsync(actor, entry, Begin("AbsenceEntering", actor, id), default);
    }

    private async Task<Result> EndAsync(Actor actor, Guid absence)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AbsenceService>().EndAsync(actor, absence, Begin("AbsenceEnding", actor), default);
    }

    private Operation Begin(string type, Actor actor, Guid? id = null) => Operation.Begin(id ?? Guid.NewGuid(), type, actor.UserId, role: null, portal.Clock);
}
