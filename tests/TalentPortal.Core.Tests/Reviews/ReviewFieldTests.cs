using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Reviews;

/// <summary>What a step asks of its reviewer beside answer, reason and points.</summary>
public sealed class ReviewFieldTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Vote = """{ "votesPresent": 42, "votesFor": 40, "votesAgainst": 1, "votedOn": "2026-02-25", "voteRecord": "No. 3" }""";

    [Theory]
    [InlineData("{}", "votesPresent,votesFor,votesAgainst,votedOn,voteRecord")]
    [InlineData("""{ "votesPresent": 42, "votesFor": 40, "votesAgainst": 3, "votedOn": "2026-02-25", "voteRecord": "x" }""", "votesAgainst")]
    [InlineData("""{ "votesPresent": 42.5, "votesFor": -1, "votesAgainst": 0, "votedOn": "2036-02-25", "voteRecord": "x" }""", "votesPresent,votesFor,votedOn")]
    public async Task Recommend_WithoutAVoteThatFits_IsRefusedByField(string fields, string wrong)
    {
        var journey = await Journey.BeginAsync(portal);
        var result = await journey.TryDecideAsync(Journey.Village, "recommend", "Recommend", fields: fields);
        var invalid = Assert.IsType<AnswersInvalid>(result.Refusal);
        Assert.Equal(wrong, string.Join(',', invalid.Errors.Select(error => error.Path)));
        Assert.Equal(0L, await journey.ScalarAsync("select count(*) from decisions where case_id = $1"));
    }

    [Fact]
    public async Task Recommend_KeepsTheVoteWithTheDecisionAndOutOfTheAudit()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.DecideAsync(Journey.Village, "recommend", "Recommend", fields: Vote);
        Assert.Equal("42|40|No. 3", await journey.ScalarAsync(
            "select (fields->>'votesPresent') || '|' || (fields->>'votesFor') || '|' || (fields->>'voteRecord') from decisions where case_id = $1"));
        Assert.Equal(0L, await journey.ScalarAsync(
            "select count(*) from operation_events where stream_id = $1 and (facts::text like '%No. 3%' or facts::text like '%votes%')"));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Reject_AsksForNoVoteAndKeepsNone()
    {
        var journey = await Journey.BeginAsync(portal);
        var entered = new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>(StringComparer.Ordinal) { ["votesPresent"] = "42" };
        var officer = await journey.ActorAsync(Journey.Village);
        var task = (Guid)(await journey.ScalarAsync("select id from review_tasks where case_id = $1 and status = 'Open'"))!;
        var result = await portal.Services.GetRequiredService<ReviewService>().DecideAsync(officer,
            new ReviewDecision(task, "Reject", "Not from here.", new Dictionary<string, decimal>(), [])
            {
                Fields = fields => AnswerBinder.FromPost(fields, entered),
            },
            journey.Begin("ReviewTaskDeciding", officer), default);
        Assert.True(result.Succeeded, result.Refusal?.ToString());
        Assert.Equal(DBNull.Value, await journey.ScalarAsync("select fields from decisions where case_id = $1"));
    }

    [Fact]
    public async Task Objection_WithoutFindingAndBasis_IsRefused()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachJointCheckAsync();
        var result = await journey.TryDecideAsync("joint3@demo", "joint", "Objection", "On a list.", fields: """{ "finding": "hearsay" }""");
        var invalid = Assert.IsType<AnswersInvalid>(result.Refusal);
        Assert.Equal(["finding", "findingBasis"], invalid.Errors.Select(error => error.Path));
    }

    [Fact]
    public async Task Finding_VetoesTheScoreUntilItIsDismissed()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachJointCheckAsync();
        await journey.AnswerJointCheckAsync(objecting: "joint3@demo");
        var vetoed = (await SelfScoreAsync(journey))!;
        Assert.Equal("discredited", Assert.Single(vetoed.Vetoes).Code);
        Assert.Null(vetoed.Level);
        await journey.DecideAsync(Journey.Office, "joint", "Dismiss", "The court closed it.");
        Assert.Empty((await SelfScoreAsync(journey))!.Vetoes);
    }

    [Fact]
    public async Task Vote_IsInTheScoreTraceAndBeforeTheExperts()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachCompilationAsync();
        var trace = RecognitionScore.FromJson((string)(await journey.ScalarAsync("select trace::text from compiled_scores where case_id = $1"))!);
        var conduct = trace.Table.Lines.Single(line => line.Code == "conduct");
        Assert.Equal(10, conduct.Points);
        Assert.Equal("review.votesFor / review.votesPresent", Assert.Single(conduct.Parts[0].Reached!.Facts).Source);
        Assert.Equal(trace.Total, trace.Recompute());

        await using var scope = portal.Services.CreateAsyncScope();
        var files = scope.ServiceProvider.GetRequiredService<CaseFileQuery>();
        var expert = (await files.ReadAsync(journey.CaseId, FileReach.Anonymous, default))!;
        Assert.Equal(["votesAgainst", "votesFor", "votesPresent"], expert.Entries.Values.Keys.Order());
        Assert.Empty(expert.Decisions);
        var officer = (await files.ReadAsync(journey.CaseId, FileReach.Full, default))!;
        Assert.Contains(officer.Decisions, decision => decision.Fields.Find("voteRecord") is AnswerValue.Text);
    }

    private async Task<Core.Catalogue.Scores.ScoreTrace?> SelfScoreAsync(Journey journey)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SelfScoreQuery>().ReadAsync(journey.CaseId, default);
    }
}
