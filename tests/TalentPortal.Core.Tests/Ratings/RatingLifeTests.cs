using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Ratings.Handling;
using TalentPortal.Core.Ratings.Queries;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.Ratings;

/// <summary>Asked at the end of a case, rated, dealt with by another hand, rated once more; reminders on the way.</summary>
public sealed class RatingLifeTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>, IAsyncLifetime
{
    private readonly RatedCases cases = new(portal);
    private readonly TestPeople people = new(portal.Services);

    private JobRunner Runner => portal.Services.GetRequiredService<JobRunner>();

    private PortalTimeZone Zone => portal.Services.GetRequiredService<PortalTimeZone>();

    /// <summary>Jobs run by hand only.</summary>
    public Task InitializeAsync() => Runner.StopAsync(CancellationToken.None);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task ClosedCase_ItsApplicantIsAskedOnceByTheJobItsEndPlanned()
    {
        var closed = await cases.CloseAsync();
        Assert.Equal(0L, await CountAsync("select count(*) from ratings where rated_case_id = $1", closed.CaseId));
        await Runner.RunDueAsync(default);
        await cases.AskAboutAsync(closed);
        var asked = await cases.AskAboutAsync(closed);
        Assert.Equal($"Asked|1|{closed.Talent.UserId}", await ScalarAsync(
            """
            select r.status || '|' || count(*) || '|' || min(m.recipient_id::text) from ratings r
            join outbox_messages m on m.case_id = r.case_id and m.template = 'rating-request' where r.rated_case_id = $1 group by r.status
            """, closed.CaseId));
        Assert.Equal(RatedCases.Town, await ScalarAsync(
            "select o.code from ratings r join organisations o on o.id = r.organisation_id where r.case_id = $1", asked.Id));
    }

    [Fact]
    public async Task Withdrawn_IsAskedToo_ADraftIsNot()
    {
        var talent = await people.TalentAsync();
        var submitted = await new Consultations(portal).SubmitAsync(talent);
        var withdrawals = portal.Services.GetRequiredService<TalentPortal.Core.Applications.WithdrawalService>();
        Assert.True((await withdrawals.WithdrawAsync(talent, submitted.CaseId, reason: null, cases.Begin("ApplicationWithdrawing", talent), default)).Succeeded);
        await Runner.RunDueAsync(default);
        Assert.Equal(1L, await CountAsync("select count(*) from ratings where rated_case_id = $1", submitted.CaseId));
        Assert.Equal(0L, await CountAsync(
            "select count(*) from jobs j join cases c on c.id = j.case_id where j.kind = 'applications.closed' and c.number is null and c.id <> $1", submitted.CaseId));
    }

    [Fact]
    public async Task HandedInByTheUnitItself_TheUnitIsNotAskedThePersonIs()
    {
        var clerk = await people.OfficerAsync(PortalRole.TownReviewer, RatedCases.Town);
        var person = await people.TalentAsync();
        var closed = await cases.CloseAsync(talent: clerk);
        Assert.Equal(Guid.Empty, (await cases.AskAboutAsync(closed)).Id);
        await portal.Database.ScalarAsync(
            """
            with one as (insert into persons (id, district_id, full_name, created_at) values ($2, 1, 'Qin Xiaohe', '2026-01-01Z') returning id),
            linked as (update portal_users set person_id = (select id from one) where id = $3)
            update applications set subject_person_id = (select id from one) where case_id = $1
            """, closed.CaseId, Guid.NewGuid(), person.UserId);
        portal.Services.GetRequiredService<ActorCache>().Forget(person.UserId);
        person = (await portal.Services.GetRequiredService<ActorCache>().FindAsync(person.UserId, default))!;
        var asked = await cases.AskAboutAsync(closed);
        Assert.IsType<CaseNotFound>((await cases.GiveAsync(asked, 5, by: clerk)).Refusal);
        Assert.Empty(await portal.Services.GetRequiredService<OwnRatings>().ListAsync(clerk, default));
        DeskCase.Done(await cases.GiveAsync(asked, 4, by: person));
        Assert.IsType<RatingAlreadyGiven>((await cases.GiveAsync(asked, 5, by: person)).Refusal);
    }

    [Fact]
    public async Task BadRating_IsTakenContactedPutRightAndRatedOnceMore()
    {
        var colleague = await people.OfficerAsync(PortalRole.TownReviewer, RatedCases.Town);
        var bad = await cases.BadAsync();
        Assert.Equal(1L, await CountAsync(
            $"select count(*) from outbox_messages where case_id = $1 and template = 'rating-bad' and recipient_id = '{colleague.UserId}'", bad.Id));
        Assert.Equal(0L, await CountAsync(
            $"select count(*) from outbox_messages where case_id = $1 and template = 'rating-bad' and recipient_id = '{bad.Officer.UserId}'", bad.Id));
        var today = Zone.Today;
        var call = new RaterContact(today, ContactWay.Phone, Reached: true, "He waited for three weeks.");
        Assert.IsType<RatingNotYours>((await Act(handling => handling.ContactAsync(colleague, bad.Id, call, Begin(colleague), default))).Refusal);
        DeskCase.Done(await Act(handling => handling.TakeAsync(colleague, bad.Id, Begin(colleague), default)));
        Assert.IsType<RaterNotContacted>((await Act(handling => handling.RectifyAsync(colleague, bad.Id, "Done.", Begin(colleague), default))).Refusal);
        Assert.IsType<ContactDayInvalid>((await Act(handling => handling.ContactAsync(colleague, bad.Id, call with { On = today.AddDays(1) }, Begin(colleague), default))).Refusal);
        DeskCase.Done(await Act(handling => handling.ContactAsync(colleague, bad.Id, call with { Reached = false }, Begin(colleague), default)));
        Assert.Equal("ToContact", await StatusAsync(bad));
        DeskCase.Done(await Act(handling => handling.ContactAsync(colleague, bad.Id, call, Begin(colleague), default)));
        Assert.IsType<RatingNoteInvalid>((await Act(handling => handling.RectifyAsync(colleague, bad.Id, " ", Begin(colleague), default))).Refusal);
        DeskCase.Done(await Act(handling => handling.RectifyAsync(colleague, bad.Id, "We answer within two days now.", Begin(colleague), default)));
        var service = portal.Services.GetRequiredService<RatingService>();
        Assert.IsType<CaseNotFound>((await service.FollowUpAsync(await people.TalentAsync(), bad.Id, new RatingAnswer(5, [], ""), Guid.NewGuid(), default)).Refusal);
        DeskCase.Done(await service.FollowUpAsync(bad.Talent, bad.Id, new RatingAnswer(4, [], "Better."), Guid.NewGuid(), default));
        Assert.Equal("Closed", await StatusAsync(bad));
        Assert.Equal("Taken,NotReached,Contacted,Rectified", await ScalarAsync(
            "select string_agg(kind, ',' order by id) from rating_actions where case_id = $1", bad.Id));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task SameFormTwice_CountsOnce()
    {
        var asked = await cases.AskAsync();
        var service = portal.Services.GetRequiredService<RatingService>();
        var id = Guid.NewGuid();
        DeskCase.Done(await service.GiveAsync(asked.Talent, asked.Id, new RatingAnswer(2, [], "Slow."), id, default));
        DeskCase.Done(await service.GiveAsync(asked.Talent, asked.Id, new RatingAnswer(2, [], "Slow."), id, default));
        Assert.Equal(1L, await CountAsync("select count(*) from operation_events where stream_id = $1 and type = 'RatingGiven'", asked.Id));
    }

    [Fact]
    public async Task Silence_RemindsItsHandlersAndOnceLateTheTalentOfficeToo()
    {
        var office = await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office");
        var colleague = await people.OfficerAsync(PortalRole.TownReviewer, RatedCases.Town);
        var bad = await cases.BadAsync();
        await RunAtAsync(bad, 1);
        Assert.Equal((1L, 0L), (await RemindedAsync(bad, colleague), await RemindedAsync(bad, office)));
        await RunAtAsync(bad, 2);
        Assert.Equal((2L, 1L, 0L), (await RemindedAsync(bad, colleague), await RemindedAsync(bad, office), await RemindedAsync(bad, bad.Officer)));
    }

    [Fact]
    public async Task NobodyRatesOnceMore_IsClosedTheDayAfter()
    {
        var colleague = await people.OfficerAsync(PortalRole.TownReviewer, RatedCases.Town);
        var bad = await cases.BadAsync();
        DeskCase.Done(await Act(handling => handling.TakeAsync(colleague, bad.Id, Begin(colleague), default)));
        DeskCase.Done(await Act(handling => handling.ContactAsync(
            colleague, bad.Id, new RaterContact(Zone.Today, ContactWay.Visit, Reached: true, "Heard."), Begin(colleague), default)));
        DeskCase.Done(await Act(handling => handling.RectifyAsync(colleague, bad.Id, "Explained.", Begin(colleague), default)));
        await RunAtAsync(bad, 10);
        Assert.Equal("ToFollowUp", await StatusAsync(bad));
        await RunAtAsync(bad, 1);
        Assert.Equal("Closed", await StatusAsync(bad));
    }

    private Operation Begin(Actor actor) => cases.Begin("RatingHandling", actor);

    private Task<TalentPortal.Core.Kernel.Result> Act(Func<RatingHandling, Task<TalentPortal.Core.Kernel.Result>> act) =>
        cases.ActAsync((handling, _) => act(handling));

    private Task<object?> ScalarAsync(string sql, Guid id) => portal.Database.ScalarAsync(sql, id);

    private async Task<long> CountAsync(string sql, Guid id) => (long)(await ScalarAsync(sql, id))!;

    private async Task<string> StatusAsync(RatedCase rated) => (string)(await ScalarAsync("select status from ratings where case_id = $1", rated.Id))!;

    private Task<long> RemindedAsync(RatedCase rated, Actor who) => CountAsync(
        $"select count(*) from outbox_messages where case_id = $1 and template = 'rating-reminder' and recipient_id = '{who.UserId}'", rated.Id);

    /// <summary>Ten in the morning so many working days on: what is due then runs.</summary>
    private async Task RunAtAsync(RatedCase rated, int workingDays)
    {
        Assert.NotEqual(Guid.Empty, rated.Id);
        var day = portal.Services.GetRequiredService<WorkingCalendar>().AddWorkingDays(Zone.Today, workingDays).On;
        portal.Clock.Set(Zone.StartOf(day).AddHours(10));
        await Runner.RunDueAsync(default);
    }
}
