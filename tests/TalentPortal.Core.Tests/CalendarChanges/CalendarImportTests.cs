using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.CalendarChanges;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using Xunit;
using static TalentPortal.Core.Tests.Reviews.DeskCase;

namespace TalentPortal.Core.Tests.CalendarChanges;

/// <summary>
/// Accepted on Friday 6 March 2026: the town's five days end on 13 March, the thirty days on 20 April. With Thursday 12 March off, both end
/// one working day later: on Monday 16 March and on 21 April.
/// </summary>
public sealed class CalendarImportTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>, IAsyncLifetime
{
    private WorkingCalendar Calendar => portal.Services.GetRequiredService<WorkingCalendar>();

    private JobRunner Runner => portal.Services.GetRequiredService<JobRunner>();

    /// <summary>Jobs run by hand only, by the calendar of the seed data.</summary>
    public async Task InitializeAsync()
    {
        portal.Clock.Set(At(2026, 3, 2));
        await Runner.StopAsync(CancellationToken.None);
        await portal.Database.ScalarAsync("delete from calendar_years");
        await portal.Services.GetRequiredService<RecordedCalendars>().LookAsync(CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task ChangedYear_MovesWhatItConcernsAndTellsTheApplicantOnce()
    {
        var desk = await AtTownAsync(portal);
        portal.Clock.Set(At(2026, 3, 2));
        var waiting = await AtTownAsync(portal);
        await waiting.Journey.AskForMoreAsync(Journey.Town, "town");
        var year = WithDayOff(new DateOnly(2026, 3, 12));
        var preview = await portal.Services.GetRequiredService<CalendarPreviews>().OfAsync(year, CancellationToken.None);
        Assert.Contains(preview.Examples, day => day.Kind is DeadlineKind.Step && day.FromOn == new DateOnly(2026, 3, 13) && day.ToOn == new DateOnly(2026, 3, 16));
        Assert.Equal("2026-03-13 2026-04-20", await DaysAsync(desk));

        var operation = await ImportAsync(year);
        Assert.Equal("2026-03-13 2026-04-20", await DaysAsync(desk));
        await Runner.RunDueAsync(CancellationToken.None);
        Assert.Equal("2026-03-16 2026-04-21", await DaysAsync(desk));
        Assert.Equal("calendar Step 2026-03-13 2026-03-16; calendar Promise 2026-04-20 2026-04-21", await MovesAsync(desk));
        Assert.Equal(1L, await desk.ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'due-day-moved'"));
        Assert.Equal(0L, await waiting.ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'due-day-moved'"));
        // Fifteen working days from Friday 6 March, when it was asked: 27 March; with the 12th off, Monday the 30th.
        Assert.Equal(new DateOnly(2026, 3, 30), await waiting.ScalarAsync("select due_on from supplements where case_id = $1"));
        Assert.Equal(1L, await waiting.ScalarAsync(
            "select count(*) from supplements s join bookmarks b on b.id = s.bookmark_id where s.case_id = $1 and (b.due_at at time zone 'Asia/Shanghai')::date = s.due_on + 1"));
        Assert.Equal(1L, await waiting.ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'supplement-day-moved'"));
        Assert.Equal("", await portal.Database.ScalarAsync("select coalesce(string_agg(last_error, ''), '') from jobs where kind = 'calendar.recount-case'"));

        Assert.Equal(0, (await portal.Services.GetRequiredService<CalendarImport>().RunAsync(
            await AdminAsync(), year, "Notice", operation, CancellationToken.None)).Value);
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task NewYear_MakesProvisionalDaysFirm()
    {
        // Thirty working days from Friday 4 December: 15 January, if nothing of January is off; the 18th when the 1st is.
        portal.Clock.Set(At(2026, 11, 30));
        var desk = await AtTownAsync(portal);
        Assert.Equal("2026-12-11 2027-01-15", await DaysAsync(desk));
        Assert.Equal(true, await desk.ScalarAsync("select provisional from deadlines where case_id = $1 and kind = 'Promise'"));
        await ImportAsync(new RecordedYear("national", CalendarText.Read("2027-01-01,off,a,a\n2027-01-02,off,a,a\n2027-01-03,off,a,a").Value));
        await Runner.RunDueAsync(CancellationToken.None);
        Assert.Equal("2026-12-11 2027-01-18", await DaysAsync(desk));
        Assert.Equal(false, await desk.ScalarAsync("select provisional from deadlines where case_id = $1 and kind = 'Promise'"));
        Assert.Equal("calendar Promise 2027-01-15 2027-01-18", await MovesAsync(desk));
    }

    [Fact]
    public async Task StandingStill_IsCountedByTheNewCalendarWhenItGoesOn()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        Done(await desk.Desk.SuspendAsync(desk.Head, task));
        await ImportAsync(WithDayOff(new DateOnly(2026, 3, 12)));
        await Runner.RunDueAsync(CancellationToken.None);
        Assert.Equal("", await MovesAsync(desk));
        Done(await desk.Desk.ResumeAsync(desk.Head, task));
        Assert.Equal("2026-03-16 2026-04-21", await DaysAsync(desk));
    }

    [Fact]
    public async Task Wrong_IsRefusedAndNothingIsPlanned()
    {
        var import = portal.Services.GetRequiredService<CalendarImport>();
        var (admin, year) = (await AdminAsync(), WithDayOff(new DateOnly(2026, 3, 12)));
        var talent = await new TestPeople(portal.Services).TalentAsync();
        Assert.IsType<CalendarNotPermitted>((await import.RunAsync(talent, year, "Notice", Begin(talent), default)).Refusal);
        Assert.IsType<CalendarLayerUnknown>((await import.RunAsync(admin, year with { Layer = "moon" }, "Notice", Begin(admin), default)).Refusal);
        Assert.IsType<CalendarSourceMissing>((await import.RunAsync(admin, year, " ", Begin(admin), default)).Refusal);
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from calendar_years"));
    }

    private static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 9, 0, 0, TimeSpan.FromHours(8));

    private RecordedYear WithDayOff(DateOnly day)
    {
        var year = Calendar.YearsOf("national").Single(one => one.Year == day.Year);
        return new RecordedYear("national", year with { Off = [.. year.Off, new CalendarHoliday(day, day, "a", "a")] });
    }

    private async Task<Operation> ImportAsync(RecordedYear year)
    {
        var admin = await AdminAsync();
        var operation = Begin(admin);
        var result = await portal.Services.GetRequiredService<CalendarImport>().RunAsync(admin, year, "Notice", operation, CancellationToken.None);
        Assert.True(result.Succeeded && result.Value > 0, result.Succeeded ? "No case is counted anew." : result.Refusal.ToString());
        return operation;
    }

    private Operation Begin(Actor actor) => Operation.Begin(Guid.NewGuid(), "CalendarImporting", actor.UserId, role: null, portal.Clock);

    private Task<Actor> AdminAsync() => new TestPeople(portal.Services).DemoAsync("admin@demo");

    private static async Task<object?> DaysAsync(DeskCase desk) => await desk.ScalarAsync(
        """
        select t.due_on || ' ' || p.due_on from review_tasks t join deadlines s on s.step_id = t.step_id and s.due_on = t.due_on
        join deadlines p on p.case_id = t.case_id and p.kind = 'Promise' where t.case_id = $1 and t.step_code = 'town'
        """);

    private static Task<object?> MovesAsync(DeskCase desk) => desk.ScalarAsync(
        """
        select coalesce(string_agg(concat_ws(' ', facts->>'because', facts->>'kind', facts->>'from', facts->>'to'), '; ' order by facts->>'from'), '')
        from operation_events where stream_id = $1 and type = 'DueDayMoved'
        """);
}
