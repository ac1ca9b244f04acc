using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Core.PublicNotices.Objections;
using TalentPortal.Core.Reviews;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.PublicNotices;

/// <summary>An objection is looked into in a case of its own; the end of that case is what the stopped one hears of.</summary>
public sealed class ObjectionCaseTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly TestPeople people = new(portal.Services);

    [Fact]
    public async Task Raise_OpensACaseOfItsOwnThatTheDeskWorksOn()
    {
        var (journey, objection, neighbour) = await ObjectedAsync();
        await portal.RunJobsAsync();
        var own = journey.OfObjection(objection);
        Assert.Equal("Objection|objection|Submitted", await own.ScalarAsync(
            "select c.kind || '|' || i.definition_id || '|' || a.status from cases c join applications a on a.case_id = c.id join workflow_instances i on i.case_id = c.id where c.id = $1"));
        Assert.Equal(neighbour.UserId, await own.ScalarAsync("select submitted_by from applications where case_id = $1"));
        Assert.Equal("accept|TalentOffice", await own.ScalarAsync("select step_code || '|' || role from review_tasks where case_id = $1"));
        Assert.Equal(journey.CaseId, await own.ScalarAsync("select dispatched_from from workflow_instances where case_id = $1"));
    }

    [Fact]
    public async Task Accept_NamesTheUnitThatInvestigates()
    {
        var (journey, objection, _) = await ObjectedAsync();
        await portal.RunJobsAsync();
        var own = journey.OfObjection(objection);
        var unnamed = await own.TryDecideAsync(Journey.Office, "accept", "Accept", fields: "{}");
        Assert.Equal("investigator", Assert.Single(Assert.IsType<AnswersInvalid>(unnamed.Refusal).Errors).Path);

        await own.DecideAsync(Journey.Office, "accept", "Accept", fields: """{ "investigator": "ys-education" }""");

        Assert.Equal("ys-education", await own.ScalarAsync(
            "select o.code from review_tasks t join organisations o on o.id = t.organisation_id where case_id = $1 and step_code = 'investigate'"));
        Assert.Equal(1L, await own.ScalarAsync("select count(*) from deadlines where case_id = $1 and kind = 'Promise' and working_days = 10"));
    }

    [Fact]
    public async Task TurnedAway_TheEntryGoesOnAndBothSidesReadWhy()
    {
        var (journey, objection, neighbour) = await ObjectedAsync();
        await journey.TurnObjectionAwayAsync(objection);
        Assert.Equal("NotAccepted", await journey.OfObjection(objection).StatusAsync());
        Assert.Equal("Running", await EntryStatusAsync(journey));
        Assert.Equal("Inadmissible|It says nothing concrete.", await journey.ScalarAsync("select status || '|' || finding from objections where case_id = $1"));
        var notice = (Guid)(await journey.ScalarAsync("select notice_id from notice_entries where case_id = $1"))!;
        var told = Assert.Single(await portal.Services.GetRequiredService<ObjectionQueries>().OwnAsync(notice, neighbour.UserId, default));
        Assert.Equal((ObjectionStatus.Inadmissible, "It says nothing concrete."), (told.Status, told.Finding));
    }

    [Fact]
    public async Task Withdrawn_ByWhoeverObjected_LiftsTheFreeze()
    {
        var (journey, objection, neighbour) = await ObjectedAsync();
        await portal.RunJobsAsync();
        var withdrawn = await portal.Services.GetRequiredService<WithdrawalService>()
            .WithdrawAsync(neighbour, objection, "A mistake.", journey.Begin("ApplicationWithdrawing", neighbour), default);
        Assert.True(withdrawn.Succeeded, withdrawn.Refusal?.ToString());
        await portal.RunJobsAsync();
        Assert.Equal("Dropped", await journey.ScalarAsync("select status from objections where case_id = $1"));
        Assert.Equal("Running", await EntryStatusAsync(journey));
    }

    [Fact]
    public async Task StoppedCase_Withdrawn_EndsTheObjection()
    {
        var (journey, objection, _) = await ObjectedAsync();
        var withdrawn = await portal.Services.GetRequiredService<WithdrawalService>()
            .WithdrawAsync(journey.Talent, journey.CaseId, null, journey.Begin("ApplicationWithdrawing", journey.Talent), default);
        Assert.True(withdrawn.Succeeded, withdrawn.Refusal?.ToString());
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await portal.RunJobsAsync();
        Assert.Equal("Terminated", await journey.OfObjection(objection).StatusAsync());
        Assert.Equal("Dropped", await journey.ScalarAsync("select status from objections where case_id = $1"));
        Assert.Equal(0L, await journey.OfObjection(objection).ScalarAsync("select count(*) from review_tasks where case_id = $1 and status in ('Open', 'Claimed')"));
    }

    [Fact]
    public async Task OneOfTwo_Upheld_EndsTheOther()
    {
        var (journey, first, _) = await ObjectedAsync();
        var second = (await journey.ObjectAsync(await people.TalentAsync())).Value;
        await journey.DecideObjectionAsync(first, upheld: true);
        Assert.Equal("Upheld,Dropped", await journey.ScalarAsync("select string_agg(status, ',' order by recorded_at, status desc) from objections where case_id = $1"));
        Assert.Equal("Terminated", await journey.OfObjection(second).StatusAsync());
        await journey.AssertEndedAsync("NotAccepted");
    }

    [Fact]
    public async Task Jobs_DoneTwice_ChangeNothing()
    {
        var (journey, objection, _) = await ObjectedAsync();
        await journey.DecideObjectionAsync(objection, upheld: false);
        await using (var again = portal.Database.DataSource.CreateCommand(
            "update jobs set status = 'Waiting', completed_at = null where status = 'Done' and (kind like 'objections.%' or kind like 'workflows.%')"))
            await again.ExecuteNonQueryAsync();
        await portal.RunJobsAsync();
        Assert.Equal("Rejected", await journey.ScalarAsync("select status from objections where case_id = $1"));
        Assert.Equal(1L, await journey.ScalarAsync("select count(*) from operation_events where stream_id = $1 and type = 'ObjectionRejected'"));
        Assert.Equal(0L, await journey.ScalarAsync("select count(*) from jobs where $1::uuid is not null and status = 'Waiting' and last_error is not null"));
    }

    [Fact]
    public async Task Officer_WhoseOwnApplicationItIs_MayNotWorkOnIt()
    {
        var (journey, objection, _) = await ObjectedAsync();
        await portal.RunJobsAsync();
        var subject = await people.AppointAsync(journey.Talent, TalentPortal.Core.Accounts.PortalRole.TalentOffice, "ys-talent-office");
        var task = (Guid)(await journey.OfObjection(objection).ScalarAsync("select id from review_tasks where case_id = $1"))!;
        var result = await portal.Services.GetRequiredService<ReviewService>().ClaimAsync(subject, task, journey.Begin("ReviewTaskClaiming", subject), default);
        Assert.IsType<OfficerIsApplicant>(result.Refusal);
    }

    [Fact]
    public async Task Lead_WithoutAName_IsRegisteredAndStopsNothing()
    {
        var journey = await RunningAsync();
        var leads = portal.Services.GetRequiredService<NoticeLeads>();
        var entry = await journey.EntryAsync();

        Assert.True((await leads.RegisterAsync(entry, "Ask at the mill.", Nobody(), default)).Succeeded);
        Assert.IsType<ObjectionTextInvalid>((await leads.RegisterAsync(entry, " ", Nobody(), default)).Refusal);

        Assert.Equal("Running", await EntryStatusAsync(journey));
        Assert.Equal(0L, await journey.ScalarAsync("select count(*) from objections where case_id = $1"));
        Assert.Contains(await leads.ListAsync(noticeId: null, 10, default), row => row.CaseId == journey.CaseId && row.Content == "Ask at the mill.");
        portal.Clock.Advance(TimeSpan.FromDays(30));
        Assert.IsType<NoticeOver>((await leads.RegisterAsync(entry, "Too late.", Nobody(), default)).Refusal);
    }

    private static Task<object?> EntryStatusAsync(Journey journey) => journey.ScalarAsync("select status from notice_entries where case_id = $1");

    private TalentPortal.Core.Cases.Operation Nobody() =>
        TalentPortal.Core.Cases.Operation.OfPortal("LeadRegistering", portal.Services.GetRequiredService<TimeProvider>());

    private async Task<Journey> RunningAsync()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.DecideAsync(Journey.Village, "recommend", "Recommend");
        return journey;
    }

    private async Task<(Journey Journey, Guid Objection, TalentPortal.Core.Accounts.Actor Neighbour)> ObjectedAsync()
    {
        var journey = await RunningAsync();
        var neighbour = await people.TalentAsync();
        var raised = await journey.ObjectAsync(neighbour);
        Assert.True(raised.Succeeded, raised.Refusal?.ToString());
        return (journey, raised.Value, neighbour);
    }
}
