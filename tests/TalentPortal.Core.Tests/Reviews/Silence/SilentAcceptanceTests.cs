using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.CalendarChanges;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Silence;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.Reviews.Silence;

/// <summary>
/// A question of Monday 2 March 2026: the five working days in which it is accepted, refused or sent back end on Monday the 9th; at nine on
/// Tuesday the 10th it counts as accepted.
/// </summary>
public sealed class SilentAcceptanceTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>, IAsyncLifetime
{
    private Actor talent = null!;
    private Actor officer = null!;
    private Guid caseId;

    private JobRunner Runner => portal.Services.GetRequiredService<JobRunner>();

    private Desk Desk => new(portal, "details");

    /// <summary>Jobs run by hand only; a question of that Monday.</summary>
    public async Task InitializeAsync()
    {
        portal.Clock.Set(At(2, 9));
        await Runner.StopAsync(CancellationToken.None);
        await portal.Database.ScalarAsync("delete from calendar_years");
        await portal.Services.GetRequiredService<RecordedCalendars>().LookAsync(CancellationToken.None);
        var people = new TestPeople(portal.Services);
        (talent, officer) = (await people.TalentAsync(), await people.DemoAsync(Journey.Office));
        caseId = (await new Consultations(portal).SubmitAsync(talent)).CaseId;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_Answers_CountsAsAcceptedFromTheDayOfReceipt(bool isClaimed)
    {
        if (isClaimed) DeskCase.Done(await Desk.ClaimAsync(officer, await TaskAsync("accept")));
        Assert.Equal("Submitted", await RunAsync(At(9, 16)));
        Assert.Equal("Submitted", await RunAsync(At(10, 8)));
        Assert.Equal("InReview", await RunAsync(At(10, 9)));
        Assert.Equal("2026-03-02 2026-03-09", await ScalarAsync("select started_on || ' ' || due_on from deadlines where case_id = $1 and kind = 'Promise'"));
        Assert.Equal("Closed Accept", await ScalarAsync("select status || ' ' || outcome from review_steps where case_id = $1 and code = 'accept'"));
        Assert.Equal("Cancelled", await ScalarAsync("select status from review_tasks where case_id = $1 and step_code = 'accept'"));
        Assert.Equal(1L, await ScalarAsync("select count(*) from review_tasks where case_id = $1 and step_code = 'answer' and status = 'Open'"));
        Assert.Equal("2026-03-02 2026-03-09", await ScalarAsync(
            "select (facts->>'from') || ' ' || (facts->>'to') from operation_events where stream_id = $1 and type = 'AcceptanceDeemed'"));
        Assert.Equal(1L, await ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'acceptance-deemed'"));
        Assert.True((long)(await ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'acceptance-missed'"))! > 0);
        Assert.Equal(0L, await ScalarAsync("select count(*) from decisions where case_id = $1"));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Answered_InTime_NothingIsDeemedNorPlanned()
    {
        portal.Clock.Set(At(9, 16));
        Assert.True((await Desk.DecideAsync(officer, await TaskAsync("accept"), "Accept")).Succeeded);
        Assert.Equal(0L, await PlansAsync());
        Assert.Equal("2026-03-09", await ScalarAsync("select started_on::text from deadlines where case_id = $1 and kind = 'Promise'"));
        await RunAsync(At(20, 9));
        Assert.Equal(0L, await ScalarAsync("select count(*) from operation_events where stream_id = $1 and type = 'AcceptanceDeemed'"));
    }

    [Fact]
    public async Task Answered_TooLate_CanOnlyBeAcceptedAndCountsFromReceipt()
    {
        portal.Clock.Set(At(10, 8));
        var task = await TaskAsync("accept");
        Assert.Equal(new DateOnly(2026, 3, 9), Assert.IsType<AcceptanceOverdue>((await Desk.DecideAsync(officer, task, "Reject")).Refusal).DueOn);
        Assert.IsType<AcceptanceOverdue>((await Desk.DecideAsync(officer, task, "Supplement")).Refusal);
        Assert.True((await Desk.DecideAsync(officer, task, "Accept")).Succeeded);
        Assert.Equal("2026-03-02", await ScalarAsync("select started_on::text from deadlines where case_id = $1 and kind = 'Promise'"));
        await RunAsync(At(10, 9));
        Assert.Equal(1L, await ScalarAsync("select count(*) from operation_events where stream_id = $1 and type = 'AcceptanceDeemed'"));
        Assert.Equal(0L, await ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'acceptance-missed'"));
    }

    [Fact]
    public async Task Supplement_StopsTheTime_AndWhatIsSuppliedIsANewReceipt()
    {
        portal.Clock.Set(At(9, 10));
        Assert.True((await Desk.DecideAsync(officer, await TaskAsync("accept"), "Supplement")).Succeeded);
        Assert.Equal(0L, await PlansAsync());
        Assert.Equal("Supplementing", await RunAsync(At(12, 10)));
        DeskCase.Done(await SupplyAsync());
        // Received on Thursday the 12th: 13, 16, 17, 18 and 19 March.
        Assert.Equal("2026-03-12 2026-03-19", await ScalarAsync(
            "select started_on || ' ' || due_on from deadlines where case_id = $1 and kind = 'Acceptance' and ended_on is null"));
        Assert.Equal("Submitted", await RunAsync(At(19, 16)));
        Assert.Equal("InReview", await RunAsync(At(20, 9)));
        Assert.Equal("2026-03-12", await ScalarAsync("select started_on::text from deadlines where case_id = $1 and kind = 'Promise'"));
    }

    [Fact]
    public async Task TakenBackSupplement_TheTimeGoesOnWithoutTheDaysOfTheSupplement()
    {
        portal.Clock.Set(At(5, 10));
        var task = await TaskAsync("accept");
        Assert.True((await Desk.DecideAsync(officer, task, "Supplement")).Succeeded);
        portal.Clock.Set(At(6, 10));
        DeskCase.Done(await Desk.TakeBackAsync(officer, task));
        // 3, 4, 6, 9 and 10 March; the 5th was the applicant's.
        Assert.Equal("2026-03-02 2026-03-10", await ScalarAsync(
            "select started_on || ' ' || due_on from deadlines where case_id = $1 and kind = 'Acceptance' and ended_on is null"));
        Assert.Equal("Submitted", await RunAsync(At(10, 12)));
        Assert.Equal("InReview", await RunAsync(At(11, 9)));
    }

    [Fact]
    public async Task TakenBackAcceptance_StaysAccepted()
    {
        portal.Clock.Set(At(3, 10));
        var task = await TaskAsync("accept");
        Assert.True((await Desk.DecideAsync(officer, task, "Accept")).Succeeded);
        DeskCase.Done(await Desk.TakeBackAsync(officer, task));
        Assert.Equal(0L, await PlansAsync());
        await RunAsync(At(20, 9));
        Assert.Equal(1L, await ScalarAsync("select count(*) from review_tasks where case_id = $1 and step_code = 'accept' and status = 'Claimed'"));
        Assert.Equal("2026-03-03", await ScalarAsync("select started_on::text from deadlines where case_id = $1 and kind = 'Promise'"));
    }

    [Fact]
    public async Task Suspended_WaitsAndGoesOn()
    {
        portal.Clock.Set(At(9, 10));
        var (task, head) = (await TaskAsync("accept"), officer);
        DeskCase.Done(await Desk.SuspendAsync(head, task));
        Assert.Equal("Submitted", await RunAsync(At(12, 10)));
        DeskCase.Done(await Desk.ResumeAsync(head, task));
        Assert.Equal("Submitted", await RunAsync(At(12, 16)));
        Assert.Equal("InReview", await RunAsync(At(13, 9)));
    }

    [Fact]
    public async Task ChangedCalendar_MovesTheDay()
    {
        var calendar = portal.Services.GetRequiredService<WorkingCalendar>();
        var year = calendar.YearsOf("national").Single(one => one.Year == 2026);
        var (admin, off) = (await new TestPeople(portal.Services).DemoAsync("admin@demo"), new DateOnly(2026, 3, 5));
        var imported = await portal.Services.GetRequiredService<CalendarImport>().RunAsync(admin,
            new RecordedYear("national", year with { Off = [.. year.Off, new CalendarHoliday(off, off, "a", "a")] }), "Notice",
            Operation.Begin(Guid.NewGuid(), "CalendarImporting", admin.UserId, role: null, portal.Clock), CancellationToken.None);
        Assert.True(imported.Succeeded);
        Assert.Equal("Submitted", await RunAsync(At(10, 9)));
        Assert.Equal("InReview", await RunAsync(At(11, 9)));
        Assert.Equal("2026-03-10", await ScalarAsync("select facts->>'to' from operation_events where stream_id = $1 and type = 'AcceptanceDeemed'"));
    }

    [Fact]
    public async Task TwoWorkers_DeemItOnce()
    {
        portal.Clock.Set(At(10, 9));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Runner.RunDueAsync(CancellationToken.None)));
        Assert.Equal(1L, await ScalarAsync("select count(*) from operation_events where stream_id = $1 and type = 'AcceptanceDeemed'"));
        Assert.Equal(1L, await ScalarAsync("select count(*) from review_steps where case_id = $1 and code = 'answer'"));
    }

    private static DateTimeOffset At(int march, int hour) => new(2026, 3, march, hour, 0, 0, TimeSpan.FromHours(8));

    private async Task<string> RunAsync(DateTimeOffset at)
    {
        portal.Clock.Set(at);
        await Runner.RunDueAsync(CancellationToken.None);
        Assert.Equal("", await ScalarAsync("select coalesce(string_agg(last_error, ''), '') from jobs where case_id = $1"));
        return (string)(await ScalarAsync("select status from applications where case_id = $1"))!;
    }

    private async Task<Result> SupplyAsync()
    {
        var answers = new FormAnswers(new Dictionary<string, AnswerValue>(StringComparer.Ordinal) { ["details"] = new AnswerValue.Text("I grow passion fruit.") });
        return await portal.Services.GetRequiredService<SupplementService>().AnswerAsync(talent, caseId, answers,
            Operation.Begin(Guid.NewGuid(), "SupplementAnswering", talent.UserId, role: null, portal.Clock), CancellationToken.None);
    }

    private async Task<Guid> TaskAsync(string step) => (Guid)(await ScalarAsync(
        $"select id from review_tasks where case_id = $1 and step_code = '{step}' and status in ('Open', 'Claimed')"))!;

    private Task<object?> PlansAsync() =>
        ScalarAsync("select count(*) from jobs where case_id = $1 and kind = 'reviews.deem-acceptance' and status = 'Waiting'");

    private Task<object?> ScalarAsync(string sql) => portal.Database.ScalarAsync(sql, caseId);
}
