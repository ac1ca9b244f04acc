using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Notifications;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Reviews;

/// <summary>Units of the joint check that stay silent are reminded, and nothing is ever answered for them.</summary>
public sealed class ReminderTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>, IAsyncLifetime
{
    private const int Units = 6;
    private const int AfterDays = 3;

    private WorkingCalendar Calendar => portal.Services.GetRequiredService<WorkingCalendar>();

    private PortalTimeZone Zone => portal.Services.GetRequiredService<PortalTimeZone>();

    private JobRunner Runner => portal.Services.GetRequiredService<JobRunner>();

    /// <summary>Jobs run by hand only.</summary>
    public Task InitializeAsync() => Runner.StopAsync(CancellationToken.None);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task SilentUnits_AreRemindedOnceAnIntervalUntilTheyAnswer()
    {
        var (journey, first) = await BeginAsync();
        Assert.Equal(0, await RemindAsync(journey, first.AddMinutes(-1)));
        Assert.Equal(Units, await RemindAsync(journey, first));
        Assert.Equal(0, await RemindAsync(journey, first.AddHours(7)));

        await journey.DecideAsync("joint1@demo", "joint", "NoObjection");
        Assert.Equal(Units - 1, await RemindAsync(journey, Nine(Calendar.AddWorkingDays(Zone.DateOf(first), 1).On)));
        Assert.Equal(0L, await journey.ScalarAsync(
            """
            select count(*) from outbox_messages m join portal_users u on u.id = m.recipient_id
            where m.case_id = $1 and m.template = 'task-reminder' and u.user_name = 'joint1@demo' and m.created_at::date > (
              select min(created_at)::date from outbox_messages where case_id = $1 and template = 'task-reminder')
            """));
        Assert.Equal((long)((Units * 2) - 1), await journey.ScalarAsync("select count(*) from operation_events where stream_id = $1 and type = 'TaskReminded'"));
    }

    [Fact]
    public async Task Silence_HoweverLong_ApprovesNothing()
    {
        var (journey, first) = await BeginAsync();
        for (var number = 1; number < Units; number++) await journey.DecideAsync($"joint{number}@demo", "joint", "NoObjection");
        var day = Zone.DateOf(first);
        for (var round = 0; round < 10; round++)
        {
            Assert.Equal(1, await RemindAsync(journey, Nine(day)));
            day = Calendar.AddWorkingDays(day, 1).On;
        }

        await journey.RunDueAsync();
        Assert.Equal("InReview|joint", await journey.ScalarAsync("select status || '|' || stage from applications where case_id = $1"));
        await journey.DecideAsync("joint6@demo", "joint", "NoObjection");
        Assert.NotEmpty(await journey.PanelTasksAsync());
        Assert.Equal(0, await RemindAsync(journey, Nine(day)));
    }

    [Fact]
    public async Task Reminder_DueWhileThePortalWasAway_WaitsForTheNextOfficeHourAndComesOnce()
    {
        var (journey, first) = await BeginAsync();
        Assert.Equal(0, await RemindAsync(journey, first.AddHours(14)));
        var free = Zone.DateOf(first);
        while (Calendar.IsWorkingDay(free)) free = free.AddDays(1);
        Assert.Equal(0, await RemindAsync(journey, Nine(free).AddHours(2)));
        Assert.Equal(Units, await RemindAsync(journey, Nine(Calendar.AddWorkingDays(free, 1).On)));
        Assert.Equal(0, await RemindAsync(journey, Nine(Calendar.AddWorkingDays(free, 1).On).AddHours(6)));
    }

    [Fact]
    public async Task Withdrawn_EndsTheReminders()
    {
        var (journey, first) = await BeginAsync();
        var withdrawn = await portal.Services.GetRequiredService<WithdrawalService>()
            .WithdrawAsync(journey.Talent, journey.CaseId, reason: null, journey.Begin("ApplicationWithdrawing", journey.Talent), default);
        Assert.True(withdrawn.Succeeded, withdrawn.Refusal?.ToString());
        Assert.Equal(0, await RemindAsync(journey, first));
        Assert.Equal(0L, await journey.ScalarAsync("select count(*) from jobs where case_id = $1 and status <> 'Done'"));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Reminder_ReadsInBothLanguages()
    {
        var (journey, first) = await BeginAsync();
        await RemindAsync(journey, first);
        await using var scope = portal.Services.CreateAsyncScope();
        var message = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking()
            .FirstAsync(row => row.CaseId == journey.CaseId && row.Template == MessageTemplates.TaskReminder);
        var composer = scope.ServiceProvider.GetRequiredService<MessageComposer>();
        await portal.Database.ScalarAsync("update portal_users set culture = 'zh-CN' where id = $1", message.RecipientId);
        Assert.Contains("不答复不等于同意", (await composer.ComposeAsync(message, default)).Value.Text, StringComparison.Ordinal);
        await portal.Database.ScalarAsync("update portal_users set culture = 'en' where id = $1", message.RecipientId);
        var english = (await composer.ComposeAsync(message, default)).Value;
        Assert.StartsWith("Still waiting for your answer: ", english.Subject, StringComparison.Ordinal);
        Assert.Contains($"working days gone by: {AfterDays}.", english.Text, StringComparison.Ordinal);
        await portal.Database.ScalarAsync("update portal_users set culture = 'zh-CN' where id = $1", message.RecipientId);
    }

    /// <summary>A case at the joint check, and the moment of the first reminder.</summary>
    private async Task<(Journey Journey, DateTimeOffset First)> BeginAsync()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachJointCheckAsync();
        return (journey, Nine(Calendar.AddWorkingDays(Zone.Today, AfterDays).On));
    }

    private DateTimeOffset Nine(DateOnly day) => Zone.StartOf(day).AddHours(9);

    /// <summary>How many reminders about the case a moment brings.</summary>
    private async Task<int> RemindAsync(Journey journey, DateTimeOffset at)
    {
        const string Sql = "select count(*) from outbox_messages where case_id = $1 and template = 'task-reminder'";
        var before = (long)(await journey.ScalarAsync(Sql))!;
        portal.Clock.Set(at);
        await Runner.RunDueAsync(CancellationToken.None);
        return (int)((long)(await journey.ScalarAsync(Sql))! - before);
    }

    /// <summary>A portal that lives on when its jobs' runner is stopped.</summary>
    public sealed class QuietPortal : PortalFactory
    {
        /// <inheritdoc />
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.Configure<HostOptions>(options =>
                options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore));
        }
    }
}
