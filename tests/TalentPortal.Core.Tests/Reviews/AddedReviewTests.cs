using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.TestCommon.Portals;
using Xunit;
using static TalentPortal.Core.Tests.Reviews.DeskCase;

namespace TalentPortal.Core.Tests.Reviews;

/// <summary>Further people at a task: before, after, beside, delegated, asked.</summary>
public sealed class AddedReviewTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData(ReviewTaskKind.Before)]
    [InlineData(ReviewTaskKind.Delegated)]
    public async Task Opinion_IsHeardFirstAndTheTaskComesBack(ReviewTaskKind kind)
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(kind is ReviewTaskKind.Delegated ? await desk.Desk.DelegateAsync(desk.Ann, task, desk.Ben) : await desk.Desk.AddAsync(desk.Ann, task, desk.Ben, kind));
        var asked = await desk.TaskAsync($"kind = '{kind}'");
        Assert.StartsWith("Waiting", await desk.StateAsync(task), StringComparison.Ordinal);
        Assert.IsType<TaskNotOpen>((await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Refusal);
        Assert.IsType<OutcomeUnknown>((await desk.Desk.DecideAsync(desk.Ben, asked, "Pass", 10)).Refusal);
        var heard = await desk.Desk.DecideAsync(desk.Ben, asked, "Agree");
        Assert.True(heard.Succeeded, heard.Refusal?.ToString());
        Assert.Null(heard.Value.StepOutcome);
        Assert.Equal($"Claimed {desk.Ann.DisplayName}", await desk.StateAsync(task));
        Assert.Equal("Pass", (await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Value.StepOutcome);
    }

    [Fact]
    public async Task TwoOpinions_BothAreHeardBeforeTheTaskGoesOn()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.AddAsync(desk.Ann, task, desk.Ben, ReviewTaskKind.Before));
        Refused<TaskNotOpen>(await desk.Desk.AddAsync(desk.Ann, task, desk.Cid, ReviewTaskKind.Before));
        var ben = await desk.TaskAsync("kind = 'Before'");
        Done(await desk.Desk.AddAsync(desk.Ben, ben, desk.Cid, ReviewTaskKind.Before));
        Assert.StartsWith("Waiting", await desk.StateAsync(ben), StringComparison.Ordinal);
        Assert.True((await desk.Desk.DecideAsync(desk.Cid, await desk.TaskAsync("kind = 'Before' and status = 'Open'"), "Disagree")).Succeeded);
        Assert.True((await desk.Desk.DecideAsync(desk.Ben, ben, "Agree")).Succeeded);
        Assert.True((await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Succeeded);
    }

    [Fact]
    public async Task After_TheFurtherReviewerMakesTheOutcome()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.AddAsync(desk.Ann, task, desk.Ben, ReviewTaskKind.After));
        var further = await desk.TaskAsync("kind = 'After'");
        Assert.IsType<TaskNotOpen>((await desk.Desk.DecideAsync(desk.Ben, further, "Pass", 10)).Refusal);
        Assert.Null((await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Value.StepOutcome);
        Assert.Equal("Reject", (await desk.Desk.DecideAsync(desk.Ben, further, "Reject")).Value.StepOutcome);
        Assert.Equal("Refused", await desk.Journey.StatusAsync());
    }

    [Fact]
    public async Task After_TheFirstOneTurnsItDown_NobodyIsAskedFurther()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.AddAsync(desk.Ann, task, desk.Ben, ReviewTaskKind.After));
        Assert.Equal("Reject", (await desk.Desk.DecideAsync(desk.Ann, task, "Reject")).Value.StepOutcome);
        await desk.Journey.AssertEndedAsync("Refused");
    }

    [Fact]
    public async Task Beside_AllMustAnswerAndOneWhoTurnsItDownDecides()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.AddAsync(desk.Ann, task, desk.Ben, ReviewTaskKind.Main));
        Done(await desk.Desk.AddAsync(desk.Ann, task, desk.Cid, ReviewTaskKind.Main));
        Assert.Null((await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Value.StepOutcome);
        var answers = await desk.ScalarAsync("select count(*) from review_tasks where case_id = $1 and step_code = 'town' and status = 'Open'");
        Assert.Equal(2L, answers);
        Assert.Equal("Reject", (await desk.Desk.DecideAsync(desk.Ben, await desk.TaskAsync($"assignee_id = '{desk.Ben.UserId}'"), "Reject")).Value.StepOutcome);
        await desk.Journey.AssertEndedAsync("Refused");
    }

    [Fact]
    public async Task Beside_AllPass_TheStepPasses()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.AddAsync(desk.Ann, task, desk.Ben, ReviewTaskKind.Main));
        Assert.Null((await desk.Desk.DecideAsync(desk.Ben, await desk.TaskAsync($"assignee_id = '{desk.Ben.UserId}'"), "Pass", 10)).Value.StepOutcome);
        Assert.Equal("Pass", (await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Value.StepOutcome);
    }

    [Theory]
    [InlineData("Pass", "Pass", "Pass")]
    [InlineData("Reject", "Reject", "Reject")]
    public async Task Ratio_TwoOfThree_DecideAsSoonAsTheThirdCannotChangeIt(string first, string second, string outcome)
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        await desk.ScalarAsync("""
            update review_steps set policy = 'Ratio', settings = settings || '{ "ratio": 0.6 }' where case_id = $1 and status = 'Open'
            """);
        Done(await desk.Desk.AddAsync(desk.Ann, task, desk.Ben, ReviewTaskKind.Main));
        Done(await desk.Desk.AddAsync(desk.Ann, task, desk.Cid, ReviewTaskKind.Main));
        Assert.Null((await desk.Desk.DecideAsync(desk.Ann, task, first, 10)).Value.StepOutcome);
        var ben = await desk.TaskAsync($"assignee_id = '{desk.Ben.UserId}'");
        Assert.Equal(outcome, (await desk.Desk.DecideAsync(desk.Ben, ben, second, 10)).Value.StepOutcome);
        Assert.Equal(1L, await desk.ScalarAsync("select count(*) from review_tasks where case_id = $1 and step_code = 'town' and status = 'Cancelled'"));
    }

    [Fact]
    public async Task Remove_LetsTheTaskGoOnWithoutTheOpinion()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.AddAsync(desk.Ann, task, desk.Ben, ReviewTaskKind.Before));
        var asked = await desk.TaskAsync("kind = 'Before'");
        Refused<SupervisorOnly>(await desk.Desk.RemoveAsync(desk.Cid, task, asked));
        Done(await desk.Desk.RemoveAsync(desk.Ann, task, asked));
        Refused<TaskNotOpen>(await desk.Desk.RemoveAsync(desk.Ann, task, asked));
        Assert.IsType<TaskNotOpen>((await desk.Desk.DecideAsync(desk.Ben, asked, "Agree")).Refusal);
        Assert.True((await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Succeeded);
    }

    [Fact]
    public async Task Consult_AsksAnotherUnitAndNobodyWaits()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        var unit = (Guid)(await portal.Database.ScalarAsync("select id from organisations where code = 'ys-agriculture'"))!;
        var empty = (Guid)(await portal.Database.ScalarAsync(
            "select id from organisations o where not exists (select from appointments a where a.organisation_id = o.id) limit 1"))!;
        Refused<UnitWithoutReviewer>(await desk.Desk.ConsultAsync(desk.Ann, task, empty));
        Done(await desk.Desk.ConsultAsync(desk.Ann, task, unit));
        Done(await desk.Desk.ConsultAsync(desk.Ann, task, unit));
        var asked = await desk.TaskAsync("kind = 'Consulted'");
        Assert.True((await desk.Desk.DecideAsync(await desk.Journey.ActorAsync("department@demo"), asked, "Agree")).Succeeded);
        Assert.Equal("Pass", (await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Value.StepOutcome);
        Assert.Equal(1L, await desk.ScalarAsync("select count(*) from review_tasks where case_id = $1 and kind = 'Consulted' and status = 'Cancelled'"));
    }

    [Fact]
    public async Task ClosedTask_TakesNoFurtherReviewer()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Assert.True((await desk.Desk.DecideAsync(desk.Ann, task, "Pass", 10)).Succeeded);
        Refused<TaskNotOpen>(await desk.Desk.AddAsync(desk.Ann, task, desk.Ben, ReviewTaskKind.Before));
    }
}
