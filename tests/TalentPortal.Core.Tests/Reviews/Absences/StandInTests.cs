using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Reviews.Absences;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.TestCommon.Portals;
using Xunit;
using static TalentPortal.Core.Tests.Reviews.DeskCase;

namespace TalentPortal.Core.Tests.Reviews.Absences;

/// <summary>Somebody is away, and a colleague of another town stands in for these days.</summary>
public sealed class StandInTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly DateOnly First = new(2026, 3, 2);

    [Fact]
    public async Task StandIn_TakesOverWhatTheAbsentOneHoldsAndAnswers()
    {
        var (desk, task, standIn) = await AbsentAsync(First, First.AddDays(30));
        Done(await desk.Desk.ClaimAsync(desk.Ann, task));
        Assert.True((await desk.Desk.DecideAsync(standIn, task, "Pass", 10)).Succeeded);
        Assert.Equal(standIn.UserId, await desk.ScalarAsync("select officer_id from decisions where case_id = $1 order by decided_at desc, id desc limit 1"));
    }

    [Fact]
    public async Task StandIn_BeforeAndAfterThePeriod_FindsNothing()
    {
        var (desk, task, standIn) = await AbsentAsync(First.AddDays(60), First.AddDays(90));
        Assert.IsType<CaseNotFound>((await desk.Desk.DecideAsync(standIn, task, "Pass", 10)).Refusal);
        (desk, task, standIn) = await AbsentAsync(First.AddDays(-9), First.AddDays(-1));
        Assert.Equal(First.AddDays(-1), Assert.IsType<StandInEnded>((await desk.Desk.DecideAsync(standIn, task, "Pass", 10)).Refusal).EndedOn);
    }

    [Fact]
    public async Task PeriodEndsWhileTheTaskIsOpen_AColleagueTakesItOver()
    {
        var (desk, task, standIn) = await AbsentAsync(First, First.AddDays(30));
        Done(await desk.Desk.ClaimAsync(standIn, task));
        Refused<TalentPortal.Core.Reviews.TaskClaimedByOther>(await desk.Desk.ClaimAsync(desk.Ben, task));
        await portal.Database.ScalarAsync("update absences set to_on = '2026-03-02' where stand_in_id = $1", standIn.UserId);
        Forget(standIn);
        Done(await desk.Desk.ClaimAsync(desk.Ben, task));
        Assert.True((await desk.Desk.DecideAsync(desk.Ben, task, "Pass", 10)).Succeeded);
    }

    [Fact]
    public async Task AbsentColleague_IsGivenNothing()
    {
        var (desk, task, _) = await AbsentAsync(First, First.AddDays(30));
        Assert.Equal(First.AddDays(30), Refused<ColleagueAbsent>(await desk.Desk.DelegateAsync(desk.Ben, task, desk.Ann)).UntilOn);
        Refused<ColleagueAbsent>(await desk.Desk.TransferAsync(desk.Ben, task, desk.Ann));
    }

    private async Task<(DeskCase Desk, Guid Task, Actor StandIn)> AbsentAsync(DateOnly from, DateOnly to)
    {
        var desk = await AtTownAsync(portal);
        var standIn = await new TalentPortal.TestCommon.People.TestPeople(portal.Services).OfficerAsync(PortalRole.TownReviewer, "ys-town-zhemu");
        await portal.Database.ScalarAsync(
            """
            insert into absences (id, user_id, stand_in_id, from_on, to_on, recorded_at, recorded_by)
            values (gen_random_uuid(), $1, $2, $3, $4, '2026-03-01Z', $1)
            """, desk.Ann.UserId, standIn.UserId, from, to);
        Forget(desk.Ann);
        Forget(standIn);
        return (desk, await desk.TaskAsync(), (await portal.Services.GetRequiredService<ActorCache>().FindAsync(standIn.UserId, default))!);
    }

    private void Forget(Actor actor) => portal.Services.GetRequiredService<ActorCache>().Forget(actor.UserId);
}
