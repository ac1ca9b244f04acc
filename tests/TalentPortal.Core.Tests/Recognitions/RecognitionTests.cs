using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Standards;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Recognitions;

/// <summary>The whole way of a recognition, and every way out of it.</summary>
public sealed class RecognitionTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Recognition_WholeWay_IssuesACertificate()
    {
        var journey = await Journey.BeginAsync(portal);
        Assert.Equal("recommend", Assert.Single(journey.Receipt.Tasks).Step);
        await journey.ReachDistrictNoticeAsync();
        Assert.Equal("InNotice", await journey.StatusAsync());
        await journey.PassDaysAsync(5);
        await journey.AssertEndedAsync("Approved");
        var number = (string)(await journey.ScalarAsync("select certificate_number from recognitions where case_id = $1"))!;
        Assert.True(CertificateNumber.Parse(number).Succeeded);
        Assert.Equal("intermediate|intermediate|teacher|Party", await journey.ScalarAsync(
            """
            select r.level || '|' || a.outcome_level || '|' || r.sub_category || '|' || r.deciding_body_kind
            from recognitions r join applications a on a.case_id = r.case_id where r.case_id = $1
            """));
        Assert.Equal(true, await journey.ScalarAsync("select valid_to = (issued_on + interval '3 years' - interval '1 day')::date from recognitions where case_id = $1"));
        Assert.Equal(1L, await journey.ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'certificate-ready'"));
        Assert.Equal(2L, await journey.ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'notice-published'"));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Recognition_RecommendedByVillage_CarriesTheVillagesVoteIntoTheScore()
    {
        var journey = await Journey.BeginAsync(portal, onBehalfBasis: "Signed letter of the village", by: Journey.Village);
        Assert.Equal("recommend", Assert.Single(journey.Receipt.Tasks).Step);
        var without = await journey.TryDecideAsync(Journey.Village, "recommend", "Recommend", fields: "{}");
        Assert.IsType<AnswersInvalid>(without.Refusal);
        await journey.ReachCompilationAsync();
        var trace = RecognitionScore.FromJson((string)(await journey.ScalarAsync("select trace::text from compiled_scores where case_id = $1"))!);
        Assert.Equal(10, trace.Table.Lines.Single(line => line.Code == "conduct").Points);
    }

    [Fact]
    public async Task Recognition_WhoAppliedForThemself_DoesNotAnswerForTheVillage()
    {
        var journey = await Journey.BeginAsync(portal, by: Journey.Village);
        var refused = await journey.TryDecideAsync(Journey.Village, "recommend", "Recommend");
        Assert.IsType<OfficerIsApplicant>(refused.Refusal);
    }

    [Fact]
    public async Task Recognition_HandedInByATownsOfficer_IsCheckedByAnother()
    {
        var journey = await Journey.BeginAsync(portal, onBehalfBasis: "Signed letter of the employer", by: Journey.Town);
        await journey.ReachTownAsync();
        var refused = await journey.TryDecideAsync(Journey.Town, "town", "Pass", points: 10);
        Assert.IsType<OfficerIsApplicant>(refused.Refusal);
    }

    [Fact]
    public async Task Recognition_Clock_RunsInChecksAndStandsStillInPanelAndNotice()
    {
        var journey = await Journey.BeginAsync(portal);
        Assert.Equal(0L, await journey.ScalarAsync("select count(*) from deadlines where case_id = $1 and kind = 'Promise'"));
        await journey.ReachPanelAsync();
        await journey.PassDaysAsync(2);
        foreach (var task in await journey.PanelTasksAsync()) await journey.ScoreAsync(task, 12);
        Assert.Equal("30|panel", await journey.ScalarAsync(
            "select working_days || '|' || (stops->0->>'reason') from deadlines where case_id = $1 and kind = 'Promise' and jsonb_array_length(stops) = 1"));
        await journey.DecideAsync(Journey.Office, "approval", "Propose");
        await journey.DecideAsync(Journey.Leader, "approval", "Approve");
        Assert.Equal("notice", await journey.ScalarAsync("select stops->1->>'reason' from deadlines where case_id = $1 and kind = 'Promise'"));
    }

    [Fact]
    public async Task Village_Reject_IsNotAccepted()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.DecideAsync(Journey.Village, "recommend", "Reject", "Not known here.");
        await journey.AssertEndedAsync("NotAccepted");
        Assert.Equal("Not known here.", await journey.ScalarAsync("select outcome_reason from applications where case_id = $1"));
    }

    [Fact]
    public async Task Town_Reject_IsRefusedWithTheReason()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachTownAsync();
        await journey.DecideAsync(Journey.Town, "town", "Reject", "No service found.");
        await journey.AssertEndedAsync("Refused");
        Assert.Equal("No service found.", await journey.ScalarAsync("select outcome_reason from applications where case_id = $1"));
        Assert.Equal(1L, await journey.ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'decision-refused-government'"));
    }

    [Fact]
    public async Task Department_Reject_IsRefused()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachDepartmentAsync();
        await journey.DecideAsync(Journey.Department, "department", "Reject", "No such title.");
        await journey.AssertEndedAsync("Refused");
    }

    [Theory]
    [InlineData("Refuse", "Refused")]
    [InlineData("Dismiss", null)]
    public async Task JointCheck_OneUnitObjects_TheOfficeFindsOut(string outcome, string? status)
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachJointCheckAsync();
        Assert.Equal(6L, await journey.ScalarAsync("select count(*) from review_tasks where case_id = $1 and step_code = 'joint' and status = 'Open'"));
        await journey.AnswerJointCheckAsync(objecting: "joint3@demo");
        Assert.Empty(await journey.PanelTasksAsync());
        await journey.DecideAsync(Journey.Office, "joint", outcome, "We asked the court.");
        if (status is not null) await journey.AssertEndedAsync(status);
        else Assert.Equal(3, (await journey.PanelTasksAsync()).Count);
    }

    [Fact]
    public async Task JointCheck_SilentUnit_IsWaitedFor()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachJointCheckAsync();
        for (var number = 1; number <= 5; number++) await journey.DecideAsync($"joint{number}@demo", "joint", "NoObjection");
        await journey.PassDaysAsync(40);
        Assert.Equal(1L, await journey.ScalarAsync("select count(*) from review_tasks where case_id = $1 and step_code = 'joint' and status = 'Open'"));
        Assert.Empty(await journey.PanelTasksAsync());
    }

    [Fact]
    public async Task Score_BelowEveryLine_TheOfficeRefuses()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachCompilationAsync(points: 5);
        Assert.Equal(30m, await journey.ScalarAsync("select total from compiled_scores where case_id = $1 and level is null"));
        var proposed = await journey.TryDecideAsync(Journey.Office, "approval", "Propose");
        Assert.False(proposed.Succeeded);
        await journey.DecideAsync(Journey.Office, "approval", "Refuse", "30 points; 60 are needed.");
        await journey.AssertEndedAsync("Refused");
    }

    [Fact]
    public async Task LeadingGroup_ReturnThenRefuse_EndsRefused()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachCompilationAsync();
        await journey.DecideAsync(Journey.Office, "approval", "Propose");
        await journey.DecideAsync(Journey.Leader, "approval", "Return", "Look at the papers again.");
        await journey.DecideAsync(Journey.Office, "approval", "Propose");
        await journey.DecideAsync(Journey.Leader, "approval", "Refuse", "Not enough.");
        await journey.AssertEndedAsync("Refused");
        Assert.Equal("Not enough.", await journey.ScalarAsync("select outcome_reason from applications where case_id = $1"));
    }

    [Fact]
    public async Task Supplement_FromVillageTownAndDepartment_GoesBackToTheDeskThatAsked()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.AskForMoreAsync(Journey.Village, "recommend");
        await journey.SupplyAsync();
        await journey.ReachTownAsync();
        for (var round = 0; round < 2; round++)
        {
            await journey.AskForMoreAsync(Journey.Town, "town");
            await journey.SupplyAsync();
            if (round == 0) await journey.AllowSupplementAsync("town");
        }

        await journey.DecideAsync(Journey.Town, "town", "Pass", points: 10);
        await journey.AskForMoreAsync(Journey.Department, "department");
        await journey.SupplyAsync();
        await journey.DecideAsync(Journey.Department, "department", "Pass", points: 10);
        Assert.Equal(6L, await journey.ScalarAsync("select count(*) from review_tasks where case_id = $1 and step_code = 'joint' and status = 'Open'"));
    }

    [Fact]
    public async Task Supplement_SecondOfTheTownNotAnswered_Lapses()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachTownAsync();
        await journey.AskForMoreAsync(Journey.Town, "town");
        await journey.SupplyAsync();
        await journey.AllowSupplementAsync("town");
        await journey.AskForMoreAsync(Journey.Town, "town");
        await journey.PassDaysAsync(16);
        await journey.AssertEndedAsync("Lapsed");
    }

    [Fact]
    public async Task Supplement_ThenRejected_EndsRefused()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachDepartmentAsync();
        await journey.AskForMoreAsync(Journey.Department, "department");
        await journey.SupplyAsync();
        await journey.DecideAsync(Journey.Department, "department", "Reject", "Still not there.");
        await journey.AssertEndedAsync("Refused");
    }

    [Fact]
    public async Task Score_Trace_GivesTheShownScoreAgain()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachDistrictNoticeAsync();
        await journey.PassDaysAsync(5);
        var shown = (decimal)(await journey.ScalarAsync("select score from recognitions where case_id = $1"))!;
        var trace = RecognitionScore.FromJson((string)(await journey.ScalarAsync("select score_trace::text from recognitions where case_id = $1"))!);
        Assert.Equal(shown, trace.Total);
        Assert.Equal(shown, trace.Recompute());
        Assert.Equal("intermediate", trace.Level);
        Assert.Equal(trace.Table.Total, trace.Table.Recompute());
        var altered = trace with { Panel = trace.Panel with { Scores = [trace.Panel.Scores[0]] } };
        Assert.Equal(trace.Panel.Scores[0].Total, altered.Recompute());
    }
}
