using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;
using static TalentPortal.Core.Tests.Reviews.DeskCase;

namespace TalentPortal.Core.Tests.Reviews;

/// <summary>A case goes back to an earlier step; an answer is taken back.</summary>
public sealed class CaseReturnTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData(false, "department")]
    [InlineData(true, "compile")]
    public async Task Return_ToTheTown_ThenRedoesTheStepsBetweenOrComesStraightBack(bool straightBack, string next)
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachCompilationAsync();
        var office = await journey.ActorAsync(Journey.Office);
        var task = (Guid)(await journey.ScalarAsync("select id from review_tasks where case_id = $1 and status = 'Open'"))!;
        Refused<ReasonMissing>(await ReturnAsync(office, task, straightBack, " "));
        Done(await ReturnAsync(office, task, straightBack, "The town's list is unclear."));
        await journey.DecideAsync(Journey.Town, "town", "Pass", points: 10);
        Assert.Equal(next, await journey.ScalarAsync("select activity_id from review_steps where case_id = $1 and status = 'Open'"));
        if (straightBack)
        {
            await journey.DecideAsync(Journey.Office, "approval", "Propose");
            await journey.DecideAsync(Journey.Leader, "approval", "Approve");
        }
        else
        {
            await journey.DecideAsync(Journey.Department, "department", "Pass", points: 10);
            await journey.AnswerJointCheckAsync();
        }

        Assert.Equal(0L, await journey.ScalarAsync("select count(*) from incidents where case_id = $1"));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Return_StraightBack_StillComesBackAfterASupplement()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachDepartmentAsync();
        var department = await journey.ActorAsync(Journey.Department);
        var task = (Guid)(await journey.ScalarAsync("select id from review_tasks where case_id = $1 and status = 'Open'"))!;
        Done(await ReturnAsync(department, task, straightBack: true, "Please check the papers."));
        await journey.AskForMoreAsync(Journey.Town, "town");
        await journey.SupplyAsync();
        await journey.DecideAsync(Journey.Town, "town", "Pass", points: 10);
        await journey.DecideAsync(Journey.Department, "department", "Pass", points: 10);
        Assert.Equal(6L, await journey.ScalarAsync("select count(*) from review_tasks where case_id = $1 and step_code = 'joint' and status = 'Open'"));
    }

    [Fact]
    public async Task Return_BehindTheVillageNotice_PublishesItAgain()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachTownAsync();
        var town = await journey.ActorAsync(Journey.Town);
        var task = (Guid)(await journey.ScalarAsync("select id from review_tasks where case_id = $1 and status = 'Open'"))!;
        Done(await new Desk(portal).ReturnAsync(town, task, "recommend", straightBack: false));
        await journey.DecideAsync(Journey.Village, "recommend", "Recommend");
        Assert.Equal("InNotice", await journey.StatusAsync());
        await journey.PassDaysAsync(3);
        await journey.DecideAsync(Journey.Town, "town", "Pass", points: 10);
        Assert.Equal(1L, await journey.ScalarAsync("select count(*) from deadlines where case_id = $1 and kind = 'Promise'"));
    }

    [Fact]
    public async Task Return_BeforeAcceptance_ARejectionThereRefusesWhatWasAcceptedAlready()
    {
        var desk = await AtTownAsync(portal);
        Done(await desk.Desk.ReturnAsync(desk.Ann, await desk.TaskAsync(), "recommend", straightBack: false));
        await desk.Journey.DecideAsync(Journey.Village, "recommend", "Reject", "Not from here.");
        await desk.Journey.AssertEndedAsync("Refused");
        Assert.Equal("decision-refused-party", await desk.ScalarAsync(
            "select template from outbox_messages where case_id = $1 and template like '%refused%' or case_id = $1 and template like '%not-accepted%'"));
    }

    [Theory]
    [InlineData("panel")]
    [InlineData("jointAnswer")]
    [InlineData("approve")]
    [InlineData("town")]
    [InlineData("no-such-step")]
    public async Task Return_ToWhatIsNoEarlierStep_IsRefused(string activity)
    {
        var desk = await AtTownAsync(portal);
        Refused<StepNotReachable>(await desk.Desk.ReturnAsync(desk.Ann, await desk.TaskAsync(), activity, straightBack: true));
    }

    [Fact]
    public async Task TakeBack_WhileNobodyActed_OpensTheOwnTaskAgain()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Assert.True((await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Succeeded);
        Refused<CannotTakeBack>(await desk.Desk.TakeBackAsync(desk.Ben, task));
        Done(await desk.Desk.TakeBackAsync(desk.Ann, task));
        var again = await desk.TaskAsync();
        Assert.Equal($"Claimed {desk.Ann.DisplayName}", await desk.StateAsync(again));
        Assert.Equal(1L, await desk.ScalarAsync("select count(*) from review_tasks where case_id = $1 and status in ('Open', 'Claimed')"));
        Assert.Equal("Reject", (await desk.Desk.DecideAsync(desk.Ann, again, "Reject")).Value.StepOutcome);
        await desk.Journey.AssertEndedAsync("Refused");
    }

    [Fact]
    public async Task TakeBack_OnceTheNextStepWasTaken_IsRefused()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Assert.True((await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Succeeded);
        Done(await desk.Desk.ClaimAsync(await desk.Journey.ActorAsync(Journey.Department), await desk.TaskAsync()));
        Refused<CannotTakeBack>(await desk.Desk.TakeBackAsync(desk.Ann, task));
    }

    [Fact]
    public async Task TakeBack_OfARecommendationThatIsPublished_IsRefused()
    {
        var journey = await Journey.BeginAsync(portal);
        var task = (await journey.DecideAsync(Journey.Village, "recommend", "Recommend")).DecisionId;
        var closed = (Guid)(await portal.Database.ScalarAsync("select task_id from decisions where id = $1", task))!;
        Refused<CannotTakeBack>(await new Desk(portal).TakeBackAsync(await journey.ActorAsync(Journey.Village), closed));
    }

    [Fact]
    public async Task TakeBack_OfASupplementNotYetAnswered_ReviewsGoOn()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Assert.True((await desk.Desk.DecideAsync(desk.Ann, task, "Supplement")).Succeeded);
        Done(await desk.Desk.TakeBackAsync(desk.Ann, task));
        Assert.Equal("InReview", await desk.Journey.StatusAsync());
        Assert.Equal("Cancelled", await desk.ScalarAsync("select status from supplements where case_id = $1"));
        Assert.Equal("Pass", (await desk.Desk.DecideAsync(desk.Ann, await desk.TaskAsync(), "Pass", 10)).Value.StepOutcome);
    }

    [Fact]
    public async Task TakeBack_OfAnOpinion_ThatTheTaskStillWaitsOn()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.AddAsync(desk.Ann, task, desk.Ben, ReviewTaskKind.Before));
        var asked = await desk.TaskAsync("kind = 'Before'");
        Assert.True((await desk.Desk.DecideAsync(desk.Ben, asked, "Agree")).Succeeded);
        Done(await desk.Desk.TakeBackAsync(desk.Ben, asked));
        Assert.StartsWith("Waiting", await desk.StateAsync(task), StringComparison.Ordinal);
        Assert.True((await desk.Desk.DecideAsync(desk.Ben, await desk.TaskAsync("kind = 'Before' and status = 'Claimed'"), "Disagree")).Succeeded);
        Assert.True((await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Succeeded);
        Refused<CannotTakeBack>(await desk.Desk.TakeBackAsync(desk.Ben, asked));
    }

    private Task<TalentPortal.Core.Kernel.Result> ReturnAsync(TalentPortal.Core.Accounts.Actor actor, Guid task, bool straightBack, string reason) =>
        portal.Services.GetRequiredService<CaseReturns>().ReturnAsync(actor, task, "town", straightBack, reason,
            Operation.Begin(Guid.NewGuid(), "CaseReturning", actor.UserId, role: null, portal.Clock), default);
}
