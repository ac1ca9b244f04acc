using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Allowances.Recoveries;
using TalentPortal.Core.Allowances.Waiting;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.Allowances;

/// <summary>Conditions that nobody recorded and money not paid back: lights by working days, reminders in office hours, what the holder is told.</summary>
public sealed class AllowanceWaitingTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>
{
    private const int RecordDays = 5;
    private const int EveryDays = 3;

    private readonly AllowanceHolders holders = new(portal);

    private WorkingCalendar Calendar => portal.Services.GetRequiredService<WorkingCalendar>();

    private PortalTimeZone Zone => portal.Services.GetRequiredService<PortalTimeZone>();

    [Fact]
    public async Task Condition_NotRecorded_TheHolderIsToldWhatToBring_TheOfficeWhenItsLightTurns_AndNobodyAtNight()
    {
        var (card, id) = await holders.GrantAsync();
        var due = (await holders.InstalmentsAsync(id))[0].Instalment.DueOn;
        var last = Calendar.AddWorkingDays(due, RecordDays).On;
        var first = Calendar.AddWorkingDays(due, 1).On;
        Assert.Equal((0L, 0L), await LookAsync(first, hour: 3));
        Assert.Equal((1L, 0L), await LookAsync(first));
        Assert.Equal(card.Talent.UserId, await ScalarAsync("select recipient_id from outbox_messages where case_id = $1 and template = 'allowance-bring'", id));

        var (_, told) = await LookAsync(Calendar.AddWorkingDays(last, -2).On);
        Assert.True(told > 0);
        Assert.Equal((0L, 0L), await LookAsync(Calendar.AddWorkingDays(last, -2).On, hour: 16));
        Assert.Equal((0L, 0L), await LookAsync(last));
        var red = Calendar.AddWorkingDays(last, 1).On;
        Assert.Equal((0L, told), await LookAsync(red));
        Assert.Equal((0L, 0L), await LookAsync(Calendar.AddWorkingDays(red, EveryDays - 1).On));
        Assert.Equal((0L, told), await LookAsync(Calendar.AddWorkingDays(red, EveryDays).On));
        for (var day = Zone.Today.AddDays(1); ; day = day.AddDays(1))
        {
            if (Calendar.IsWorkingDay(day)) continue;
            Assert.Equal((0L, 0L), await LookAsync(day));
            break;
        }

        var matter = Assert.Single(await Matters.ListAsync(await holders.OfficeAsync(), default), one => one.View.Facts.Allowance.CaseId == id && one.Instalment!.DueOn == due);
        Assert.Equal((WaitingKind.Condition, Light.Red, last), (matter.Kind, matter.Light, matter.DueOn));
        Assert.NotNull(matter.RemindedAt);
        Assert.Empty(await Matters.ListAsync(card.Talent, default));
        await ReadsAsync("allowance-bring", "insurance record");
        await ReadsAsync("allowances-waiting", "wait for a check");
        await holders.FulfilAsync(id);
        Assert.Equal((0L, 0L), await LookAsync(Calendar.AddWorkingDays(Zone.Today, 8).On));
        Assert.Empty(await Matters.ListAsync(await holders.OfficeAsync(), default));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Recovery_PastItsDay_IsToldToHolderAndOffice_UntilItComesOrIsKeptBack()
    {
        var (office, leader) = (await holders.OfficeAsync(), await holders.LeaderAsync());
        var card = await holders.Cards.IssueAsync();
        var batch = await holders.BatchAsync(card: card);
        Assert.True((await portal.Services.GetRequiredService<PaymentBatches>().ReleaseAsync(leader, batch, 0, Begin(leader), default)).Succeeded);
        Assert.True((await portal.Services.GetRequiredService<PaymentResults>().PaidAsync(office, batch, Zone.Today, Begin(office), default)).Succeeded);
        var id = (Guid)(await ScalarAsync("select a.case_id from allowances a where a.card_id = $1", card.CardId))!;
        var desk = portal.Services.GetRequiredService<RecoveryDesk>();
        Assert.True((await desk.ClaimAsync(office, id, new RecoveryClaim(2, null, "Worked elsewhere"), Begin(office), default)).Succeeded);
        var recovery = (await holders.FactsAsync(id)).Recoveries.Single();
        Assert.Equal((0L, 0L), await LookAsync(Calendar.AddWorkingDays(recovery.DueOn, -1).On));

        var late = Calendar.AddWorkingDays(recovery.DueOn, 2).On;
        var (_, told) = await LookAsync(late);
        Assert.True(told > 0);
        Assert.Equal(1L, await ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'allowance-recovery-late' and recipient_id = $2", id, card.Talent.UserId));
        Assert.Equal("1", await ScalarAsync("select parameters->>'recoveries' from outbox_messages where template = 'allowances-waiting' order by created_at desc limit 1"));
        await ReadsAsync("allowance-recovery-late", "has not arrived");
        Assert.Equal(Light.Red, Assert.Single(await Matters.ListAsync(office, default)).Light);
        Assert.True((await desk.ReceiveAsync(office, id, recovery.Id, 2, Zone.Today, Begin(office), default)).Succeeded);
        Assert.Empty(await Matters.ListAsync(office, default));
    }

    [Theory]
    [InlineData("insert into allowance_reminders select gen_random_uuid(), allowance_id, period_from, recovery_id, light, told_on, told_at from allowance_reminders limit 1")]
    [InlineData("update allowance_reminders set period_from = null, recovery_id = null")]
    [InlineData("update allowance_reminders set light = 'Grey'")]
    public async Task Reminder_TwiceOrAboutNothing_IsRefusedByTheDatabase(string sql)
    {
        if (await ScalarAsync("select id from allowance_reminders limit 1") is null)
        {
            var (_, id) = await holders.GrantAsync();
            await LookAsync(Calendar.AddWorkingDays((await holders.InstalmentsAsync(id))[0].Instalment.DueOn, 1).On);
            await holders.FulfilAsync(id);
        }

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(sql));
        Assert.Contains(refused.SqlState, (string[])[PostgresErrorCodes.UniqueViolation, PostgresErrorCodes.CheckViolation]);
    }

    private WaitingMatters Matters => portal.Services.GetRequiredService<WaitingMatters>();

    /// <summary>Looks at an hour of a day.</summary>
    /// <returns>How many holders and how many officers were told.</returns>
    private async Task<(long Holders, long Office)> LookAsync(DateOnly day, int hour = 10)
    {
        var before = await CountsAsync();
        portal.Clock.Set(Zone.StartOf(day).AddHours(hour));
        await portal.Services.GetRequiredService<AllowanceReminders>().LookAsync(default);
        var after = await CountsAsync();
        return (after.Holders - before.Holders, after.Office - before.Office);
    }

    private async Task<(long Holders, long Office)> CountsAsync() => (
        (long)(await ScalarAsync("select count(*) from outbox_messages where template in ('allowance-bring', 'allowance-recovery-late')"))!,
        (long)(await ScalarAsync("select count(*) from outbox_messages where template = 'allowances-waiting'"))!);

    /// <summary>The newest message of a kind can be read in both languages.</summary>
    private async Task ReadsAsync(string template, string english)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var message = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking()
            .OrderByDescending(row => row.CreatedAt).FirstAsync(row => row.Template == template);
        var composer = scope.ServiceProvider.GetRequiredService<MessageComposer>();
        foreach (var (culture, words) in ((string, string)[])[("en", english), ("zh-CN", "\u6d25\u8d34")])
        {
            await ScalarAsync("update portal_users set culture = $2 where id = $1", message.RecipientId, culture);
            Assert.Contains(words, (await composer.ComposeAsync(message, default)).Value.Text, StringComparison.Ordinal);
        }
    }

    private Operation Begin(Core.Accounts.Actor actor) => holders.Cards.Begin("PaymentHandling", actor);

    private Task<object?> ScalarAsync(string sql, params object[] values) => portal.Database.ScalarAsync(sql, values);
}
