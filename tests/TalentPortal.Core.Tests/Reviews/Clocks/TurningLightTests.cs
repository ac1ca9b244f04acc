using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Reviews.Clocks;
using TalentPortal.TestCommon.People;
using Xunit;
using static TalentPortal.Core.Tests.Reviews.DeskCase;

namespace TalentPortal.Core.Tests.Reviews.Clocks;

/// <summary>
/// A town has five working days from Friday 6 March 2026: 13 March is its last day, three are used up on Wednesday the 11th, and the
/// first working day after it is Monday the 16th.
/// </summary>
public sealed class TurningLightTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>, IAsyncLifetime
{
    private JobRunner Runner => portal.Services.GetRequiredService<JobRunner>();

    /// <summary>Jobs run by hand only, from Monday 2 March on.</summary>
    public Task InitializeAsync()
    {
        portal.Clock.Set(At(2, 9));
        return Runner.StopAsync(CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task StepOverTime_RemindsAtYellowAndRedWithinOfficeHoursAndTellsTheHead()
    {
        var desk = await AtTownAsync(portal);
        Done(await desk.Desk.ClaimAsync(desk.Ann, await desk.TaskAsync()));
        Assert.Equal(new DateOnly(2026, 3, 13), await DueAsync(desk));
        Assert.Equal("", await RunAsync(desk, At(11, 8)));
        Assert.Equal("light-yellow", await RunAsync(desk, At(11, 9)));
        Assert.Equal("", await RunAsync(desk, At(13, 16)));
        Assert.Equal("", await RunAsync(desk, At(14, 10)));
        Assert.Equal("", await RunAsync(desk, At(16, 8)));
        Assert.Equal("light-escalated light-red", await RunAsync(desk, At(16, 9)));
        Assert.Equal("", await RunAsync(desk, At(17, 10)));
        Assert.Equal(desk.Ann.UserId, await ToAsync(desk, "light-red"));
        Assert.Equal(desk.Head.UserId, await ToAsync(desk, "light-escalated"));
        Assert.Equal("LightYellow,LightRed,CaseEscalated", await desk.ScalarAsync(
            "select string_agg(type, ',' order by seq) from operation_events where stream_id = $1 and type in ('LightYellow', 'LightRed', 'CaseEscalated') and facts->>'step' = 'town'"));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Suspended_NothingIsSaidAndTheRestIsPlannedAnew()
    {
        var desk = await AtTownAsync(portal);
        var task = await desk.TaskAsync();
        portal.Clock.Set(At(10, 11));
        Done(await desk.Desk.SuspendAsync(desk.Head, task));
        Assert.Equal(0L, await PlansAsync(desk));
        Assert.Equal("", await RunAsync(desk, At(11, 10)));
        portal.Clock.Set(At(12, 8));
        Done(await desk.Desk.ResumeAsync(desk.Head, task));
        // 9, 12, 13, 16 and 17 March count.
        Assert.Equal(new DateOnly(2026, 3, 17), await DueAsync(desk));
        Assert.Equal(2L, await PlansAsync(desk));
        Done(await desk.Desk.ClaimAsync(desk.Ben, task));
        Assert.Equal("", await RunAsync(desk, At(12, 10)));
        Assert.Equal("light-yellow", await RunAsync(desk, At(13, 10)));
        Assert.Equal(desk.Ben.UserId, await ToAsync(desk, "light-yellow"));
    }

    [Fact]
    public async Task AtNightAndTwice_IsSaidOnceInTheMorning()
    {
        var desk = await AtTownAsync(portal);
        Done(await desk.Desk.ClaimAsync(desk.Ann, await desk.TaskAsync()));
        Assert.Equal("", await RunAsync(desk, At(11, 21)));
        portal.Clock.Set(At(12, 9));
        var job = new Job
        {
            Id = (Guid)(await desk.ScalarAsync("select j.id from jobs j join deadlines d on d.id = (j.payload->>'clockId')::uuid where j.case_id = $1 and d.kind = 'Step' and d.ended_on is null"))!,
            CaseId = desk.Journey.CaseId,
            Kind = LightTurningJob.Kind,
            Payload = (string)(await desk.ScalarAsync("select payload::text from jobs j join deadlines d on d.id = (j.payload->>'clockId')::uuid where j.case_id = $1 and d.kind = 'Step' and d.ended_on is null"))!,
            RunAt = At(12, 9),
        };
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var handler = scope.ServiceProvider.GetRequiredService<LightTurningJob>();
            await handler.HandleAsync(job, CancellationToken.None);
            await handler.HandleAsync(job, CancellationToken.None);
            await handler.HandleAsync(job with { RunAt = At(12, 10) }, CancellationToken.None);
        }

        Assert.Equal(1L, await desk.ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'light-yellow'"));
    }

    [Fact]
    public async Task Absent_TheStandInIsRemindedAndTheUnitsOwnHeadIsTold()
    {
        var desk = await AtTownAsync(portal);
        var standIn = await new TestPeople(portal.Services).OfficerAsync(PortalRole.TownReviewer, "ys-town-zhemu");
        Done(await desk.Desk.ClaimAsync(desk.Ann, await desk.TaskAsync()));
        await portal.Database.ScalarAsync(
            """
            insert into absences (id, user_id, stand_in_id, from_on, to_on, recorded_at, recorded_by)
            values (gen_random_uuid(), $1, $2, '2026-03-09', '2026-03-20', '2026-03-01Z', $1)
            """, desk.Ann.UserId, standIn.UserId);
        await portal.Database.ScalarAsync("update appointments set supervises = true where user_id = $1", desk.Cid.UserId);
        try
        {
            await RunAsync(desk, At(16, 9));
            Assert.Equal(standIn.UserId, await ToAsync(desk, "light-red"));
            Assert.Equal(desk.Cid.UserId, await ToAsync(desk, "light-escalated"));
        }
        finally
        {
            await portal.Database.ScalarAsync("update appointments set supervises = false where user_id = $1", desk.Cid.UserId);
        }
    }

    [Fact]
    public async Task Decided_NothingIsLeftOfTheStepsPlan()
    {
        var desk = await AtTownAsync(portal);
        Assert.True((await desk.Desk.DecideAsync(desk.Ann, await desk.TaskAsync(), "Pass", 10)).Succeeded);
        Assert.Equal("recommend 2026-03-02,town 2026-03-06", await desk.ScalarAsync(
            "select string_agg(s.code || ' ' || d.ended_on, ',' order by d.started_on) from deadlines d join review_steps s on s.id = d.step_id where d.case_id = $1 and d.ended_on is not null"));
        Assert.Equal(2L, await PlansAsync(desk));
        Assert.Equal("", await RunAsync(desk, At(16, 10)));
    }

    private static DateTimeOffset At(int march, int hour) => new(2026, 3, march, hour, 0, 0, TimeSpan.FromHours(8));

    private static async Task<object?> DueAsync(DeskCase desk) => await desk.ScalarAsync(
        """
        select t.due_on from review_tasks t join review_steps s on s.id = t.step_id join deadlines d on d.step_id = s.id
        where t.case_id = $1 and t.step_code = 'town' and d.due_on = t.due_on and s.due_on = t.due_on
        """);

    private static Task<object?> PlansAsync(DeskCase desk) =>
        desk.ScalarAsync("select count(*) from jobs where case_id = $1 and kind = 'reviews.light-turning' and status = 'Waiting'");

    private static Task<object?> ToAsync(DeskCase desk, string template) =>
        desk.ScalarAsync($"select recipient_id from outbox_messages where case_id = $1 and template = '{template}'");

    /// <summary>What a moment brings for the case, by template.</summary>
    private async Task<string> RunAsync(DeskCase desk, DateTimeOffset at)
    {
        var before = (long)(await desk.ScalarAsync("select count(*) from outbox_messages where case_id = $1"))!;
        portal.Clock.Set(at);
        await Runner.RunDueAsync(CancellationToken.None);
        return (string)(await portal.Database.ScalarAsync(
            """
            select coalesce(string_agg(template, ' ' order by template), '') from (
              select template from outbox_messages where case_id = $1 order by created_at, id offset $2) new
            """, desk.Journey.CaseId, before))!;
    }
}
