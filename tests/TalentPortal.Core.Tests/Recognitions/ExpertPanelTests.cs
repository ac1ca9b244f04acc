using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Recognitions;

/// <summary>Experts: drawn, blind, free of conflicts, odd in number; two at once.</summary>
public sealed class ExpertPanelTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Score_WithoutDeclaration_IsRefused()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachPanelAsync();
        var (task, expert) = (await journey.PanelTasksAsync())[0];
        var result = await journey.TryScoreAsync(await journey.ActorAsync(expert), task, 10);
        Assert.IsType<ConflictNotDeclared>(result.Refusal);
    }

    [Fact]
    public async Task Score_OutOfRange_IsRefused()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachPanelAsync();
        var (task, expert) = (await journey.PanelTasksAsync())[0];
        var actor = await journey.ActorAsync(expert);
        Assert.True((await journey.DeclareAsync(actor, task, hasConflict: false)).Succeeded);
        Assert.IsType<ScoreOutOfRange>((await journey.TryScoreAsync(actor, task, 16)).Refusal);
    }

    [Fact]
    public async Task Declare_Conflict_BringsAnotherExpertAndKeepsTheNumberOdd()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachPanelAsync();
        var before = await journey.PanelTasksAsync();
        Assert.Equal(3, before.Count);
        var (task, expert) = before[1];
        var actor = await journey.ActorAsync(expert);
        Assert.IsType<ReasonMissing>((await journey.DeclareAsync(actor, task, hasConflict: true)).Refusal);
        Assert.True((await journey.DeclareAsync(actor, task, hasConflict: true, "My cousin.")).Succeeded);
        var after = await journey.PanelTasksAsync();
        Assert.Equal(3, after.Count);
        Assert.DoesNotContain(after, seat => seat.Expert == expert);
        Assert.Equal(3, after.Select(seat => seat.Expert).Distinct().Count());
        Assert.IsType<TaskNotOpen>((await journey.DeclareAsync(actor, task, hasConflict: false)).Refusal);
        foreach (var seat in after) await journey.ScoreAsync(seat, 13);
        Assert.Equal(1L, await journey.ScalarAsync("select count(*) from compiled_scores where case_id = $1 and total = 72"));
    }

    [Fact]
    public async Task Discussion_IsReadByTheExpertsWithTheSpread_AndNamesNobody()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachPanelAsync();
        var seats = await journey.PanelTasksAsync();
        await journey.ScoreAsync(seats[0], 2);
        await journey.ScoreAsync(seats[1], 13);
        await journey.ScoreAsync(seats[2], 15);
        await journey.DecideAsync(Journey.Office, "panel", "Rescore");
        var (task, expert) = (await journey.PanelTasksAsync())[0];
        var actor = await journey.ActorAsync(expert);
        Assert.True((await journey.DeclareAsync(actor, task, hasConflict: false)).Succeeded);
        await using var scope = portal.Services.CreateAsyncScope();
        var view = await scope.ServiceProvider.GetRequiredService<ReviewQuery>().ReadAsync(actor, task, CancellationToken.None);
        var file = Assert.IsType<CaseFile>(view?.File);
        Assert.Equal(FileReach.Anonymous, file.Reach);
        Assert.Equal("The scale was read differently; led households count.", (file.Entries.Find("discussionMinutes") as AnswerValue.Text)?.Value);
        Assert.Null(file.Entries.Find("discussedOn"));
        Assert.Empty(file.Decisions);
    }

    [Theory]
    [InlineData("Confirmed", "")]
    [InlineData("NotConfirmed", "Half of the area is let.")]
    public async Task Score_ReachesTheHighestLevel_SomebodyGoesAndLooksOnce(string seen, string reason)
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachCompilationAsync(points: 15);
        await journey.DecideAsync(Journey.Office, "approval", "Correct", "A certificate was overlooked.",
            fields: """{ "correctedItem": "skill", "correctedPoints": 25 }""");
        Assert.Equal("senior", await journey.ScalarAsync("select level from compiled_scores where case_id = $1 order by compiled_at desc, id desc limit 1"));
        Assert.IsType<AnswersInvalid>((await journey.TryDecideAsync(Journey.Department, "panel", seen, reason, fields: "{}")).Refusal);
        if (reason.Length > 0) Assert.IsType<ReasonMissing>((await journey.TryDecideAsync(Journey.Department, "panel", seen)).Refusal);
        await journey.DecideAsync(Journey.Department, "panel", seen, reason);
        await journey.DecideAsync(Journey.Office, "approval", "Correct", "A certificate was overlooked.",
            fields: """{ "correctedItem": "skill", "correctedPoints": 24 }""");
        await journey.DecideAsync(Journey.Office, "approval", "Propose");
    }

    [Fact]
    public async Task Declare_ForSomebodyElse_IsNotFound()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachPanelAsync();
        var seats = await journey.PanelTasksAsync();
        var result = await journey.DeclareAsync(await journey.ActorAsync(seats[0].Expert), seats[1].Task, hasConflict: false);
        Assert.IsType<CaseNotFound>(result.Refusal);
    }

    [Fact]
    public async Task Declare_NobodyLeft_IsToldAndKeepsTheSeat()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachPanelAsync();
        // Six experts know this field: three declarations of a conflict use the rest up.
        for (var round = 0; round < 3; round++)
        {
            var (task, expert) = (await journey.PanelTasksAsync())[0];
            Assert.True((await journey.DeclareAsync(await journey.ActorAsync(expert), task, hasConflict: true, "We work together.")).Succeeded);
        }

        var last = (await journey.PanelTasksAsync())[0];
        var refused = await journey.DeclareAsync(await journey.ActorAsync(last.Expert), last.Task, hasConflict: true, "We work together.");
        Assert.IsType<NoReplacementExpert>(refused.Refusal);
        Assert.Equal(3, (await journey.PanelTasksAsync()).Count);
    }

    [Fact]
    public async Task Score_TwoAtOnce_BothCountAndTheFlowGoesOnOnce()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachPanelAsync();
        var seats = await journey.PanelTasksAsync();
        await journey.ScoreAsync(seats[0], 12);
        var experts = new[] { await journey.ActorAsync(seats[1].Expert), await journey.ActorAsync(seats[2].Expert) };
        for (var index = 0; index < 2; index++)
            Assert.True((await journey.DeclareAsync(experts[index], seats[index + 1].Task, hasConflict: false)).Succeeded);
        var results = await Task.WhenAll(experts.Select((expert, index) =>
            Task.Run(() => journey.TryScoreAsync(expert, seats[index + 1].Task, 13 + index))));
        Assert.All(results, result => Assert.True(result.Succeeded, result.Refusal?.ToString()));
        Assert.Single(results, result => result.Value.StepOutcome == ExpertPanelActivity.Scored);
        Assert.Equal(1L, await journey.ScalarAsync("select count(*) from compiled_scores where case_id = $1"));
        Assert.Equal(72.0m, await journey.ScalarAsync("select total from compiled_scores where case_id = $1"));
    }

    [Fact]
    public async Task Score_FarApart_PanelTalksOnceAndScoresAgain()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachPanelAsync();
        var seats = await journey.PanelTasksAsync();
        await journey.ScoreAsync(seats[0], 2);
        await journey.ScoreAsync(seats[1], 13);
        await journey.ScoreAsync(seats[2], 15);
        Assert.Empty(await journey.PanelTasksAsync());
        Assert.IsType<AnswersInvalid>((await journey.TryDecideAsync(Journey.Office, "panel", "Rescore", fields: "{}")).Refusal);
        await journey.DecideAsync(Journey.Office, "panel", "Rescore");
        var again = await journey.PanelTasksAsync();
        Assert.Equal(seats.Select(seat => seat.Expert).Order(), again.Select(seat => seat.Expert).Order());
        Assert.Equal(true, await journey.ScalarAsync("select needs_discussion from compiled_scores where case_id = $1"));
        await journey.ScoreAsync(again[0], 2);
        await journey.ScoreAsync(again[1], 13);
        await journey.ScoreAsync(again[2], 15);
        Assert.Empty(await journey.PanelTasksAsync());
        await journey.DecideAsync(Journey.Office, "approval", "Refuse", "Below the line.");
        await journey.AssertEndedAsync(nameof(ApplicationStatus.Refused));
    }
}
