using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Reviews;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Recognitions;

/// <summary>The talent office sets one item of a compiled score anew; what the experts gave stays.</summary>
public sealed class ScoreCorrectionTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Reason = "The certificate of 2024 was overlooked.";

    [Fact]
    public async Task Correct_OneItem_KeepsTheOriginalTheReasonWhoAndWhen()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachCompilationAsync();
        var before = await TraceAsync(journey);
        await CorrectAsync(journey, "skill", "20.5");
        var after = await TraceAsync(journey);

        var office = await journey.ActorAsync(Journey.Office);
        var decision = (Guid)(await journey.ScalarAsync("select id from decisions where case_id = $1 and outcome = 'Correct'"))!;
        Assert.Equal(new ScoreCorrection("skill", 13, 20.5m, Reason, office.UserId, decision, portal.Clock.GetUtcNow()), Assert.Single(after.Corrections));
        Assert.Equal(before.Total + 7.5m, after.Total);
        Assert.Equal(after.Total, after.Recompute());
        Assert.NotEqual(after.Total, (after with { Corrections = [] }).Recompute());
        Assert.Equal(before.Panel.Scores.Select(score => score.Items["skill"]), after.Panel.Scores.Select(score => score.Items["skill"]));
        Assert.Equal(true, await journey.ScalarAsync("select bool_and((scores->>'skill')::numeric = 13) from decisions where case_id = $1 and role = 'Expert'"));
        Assert.Equal(after.Total, await journey.ScalarAsync("select total from compiled_scores where case_id = $1 order by compiled_at desc, id desc limit 1"));
        Assert.Equal(before.ToJson(), RecognitionScore.FromJson((string)(await journey.ScalarAsync(
            "select trace::text from compiled_scores where case_id = $1 order by compiled_at, id limit 1"))!).ToJson());
        Assert.Equal(1L, await journey.ScalarAsync("select count(*) from operation_events where stream_id = $1 and type = 'ScoreCorrected'"));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Correct_ThatLiftsTheLevel_IsWhatTheNoticeAndTheCertificateSay()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachCompilationAsync(points: 12);
        Assert.Equal("junior", (await TraceAsync(journey)).Level);
        await CorrectAsync(journey, "skill", "25");
        Assert.Equal("intermediate", (await TraceAsync(journey)).Level);
        await journey.DecideAsync(Journey.Office, "approval", "Propose");
        await journey.DecideAsync(Journey.Leader, "approval", "Approve");
        await journey.PassDaysAsync(5);
        await journey.AssertEndedAsync("Approved");
        var kept = RecognitionScore.FromJson((string)(await journey.ScalarAsync("select score_trace::text from recognitions where case_id = $1"))!);
        Assert.Equal("intermediate", await journey.ScalarAsync("select level from recognitions where case_id = $1"));
        Assert.Equal((await journey.ScalarAsync("select score from recognitions where case_id = $1"), Reason), (kept.Total, kept.Corrections[0].Reason));
        Assert.Equal(kept.Total, kept.Recompute());
    }

    [Fact]
    public async Task Correct_BelowEveryLine_OpensTheWayToAProposal_AndBackAgain()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachCompilationAsync(points: 9.5m);
        Assert.Null((await TraceAsync(journey)).Level);
        await CorrectAsync(journey, "skill", "20");
        Assert.Equal("junior", (await TraceAsync(journey)).Level);
        await CorrectAsync(journey, "skill", "9");
        var trace = await TraceAsync(journey);
        Assert.Null(trace.Level);
        Assert.Equal([9.5m, 9.5m], trace.Corrections.Select(one => one.Original));
        Assert.Equal(56.5m, trace.Total);
        Assert.IsType<OutcomeUnknown>((await journey.TryDecideAsync(Journey.Office, "approval", "Propose")).Refusal);
    }

    [Fact]
    public async Task Correct_AfterAnotherSittingOfThePanel_CountsNoMore()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachCompilationAsync();
        await CorrectAsync(journey, "skill", "20");
        await journey.DecideAsync(Journey.Office, "approval", "Discuss", "Please look at the certificate.");
        await journey.DecideAsync(Journey.Office, "panel", "Rescore");
        foreach (var task in await journey.PanelTasksAsync()) await journey.ScoreAsync(task, 14);
        var trace = await TraceAsync(journey);
        Assert.Empty(trace.Corrections);
        Assert.Equal(trace.Panel.Total, trace.Total);
    }

    [Theory]
    [InlineData("skill", "25.5", "correctedPoints")]
    [InlineData("skill", "-1", "correctedPoints")]
    [InlineData("conduct", "10.5", "correctedPoints")]
    [InlineData("fame", "5", "correctedItem")]
    [InlineData("skill", "null", "correctedPoints")]
    public async Task Correct_OutsideTheItemsRange_IsRefusedByField(string item, string points, string wrong)
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachCompilationAsync();
        var refused = await TryCorrectAsync(journey, Journey.Office, item, points);
        var invalid = Assert.IsType<AnswersInvalid>(refused);
        Assert.Equal(wrong, Assert.Single(invalid.Errors).Path);
        Assert.Equal(1L, await journey.ScalarAsync("select count(*) from compiled_scores where case_id = $1"));
    }

    [Fact]
    public async Task Correct_WithoutAReason_OrByTheLeadingGroup_IsRefused()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachCompilationAsync();
        Assert.IsType<ReasonMissing>(await TryCorrectAsync(journey, Journey.Office, "skill", "20", reason: " "));
        await journey.DecideAsync(Journey.Office, "approval", "Propose");
        Assert.IsType<OutcomeUnknown>(await TryCorrectAsync(journey, Journey.Leader, "skill", "20"));
    }

    private static Task<TalentPortal.Core.Reviews.DecisionReceipt> CorrectAsync(Journey journey, string item, string points) =>
        journey.DecideAsync(Journey.Office, "approval", "Correct", Reason, fields: Fields(item, points));

    private static async Task<TalentPortal.Core.Kernel.Refusal?> TryCorrectAsync(
        Journey journey, string user, string item, string points, string reason = Reason) =>
        (await journey.TryDecideAsync(user, "approval", "Correct", reason, fields: Fields(item, points))).Refusal;

    private static string Fields(string item, string points) => $$"""{ "correctedItem": "{{item}}", "correctedPoints": {{points}} }""";

    private static async Task<RecognitionScore> TraceAsync(Journey journey) => RecognitionScore.FromJson((string)(await journey.ScalarAsync(
        "select trace::text from compiled_scores where case_id = $1 order by compiled_at desc, id desc limit 1"))!);
}
