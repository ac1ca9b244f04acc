using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Handling;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Allowances;

/// <summary>What becomes of an allowance when its card changes: another level, an end, a rest, a late renewal. On a real database.</summary>
public sealed class AllowanceCardTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>
{
    private readonly AllowanceHolders holders = new(portal);

    private PortalTimeZone Zone => portal.Services.GetRequiredService<PortalTimeZone>();

    [Fact]
    public async Task LevelChange_EndsItOnTheEve_WhatWasEarnedIsPaid_AndTheNewLevelMayBeAskedFor()
    {
        var (card, id) = await holders.GrantAsync();
        var changedOn = await GoToAsync(id, months: 1, day: 11);
        await holders.FulfilAsync(id);
        Assert.Equal(InstalmentState.Due, (await holders.InstalmentsAsync(id))[0].State);
        await HandleAsync(card, CardActionKind.LevelChanged, CardGrounds.Adding(BasisKind.Honour, "national"));

        // Before the job ran: what was earned is due all the same, the period that the change lies in waits.
        var first = (await holders.InstalmentsAsync(id))[0];
        Assert.Equal((InstalmentState.Due, null), (first.State, first.Held));
        await portal.RunJobsAsync();
        var facts = await holders.FactsAsync(id);
        Assert.Equal((AllowanceStatus.Ended, changedOn.AddDays(-1)), (facts.Allowance.Status, facts.Allowance.EndedOn!.Value));
        await holders.FulfilAsync(id);
        Assert.Equal([InstalmentState.Due, InstalmentState.Due], (await holders.InstalmentsAsync(id)).Select(one => one.State));
        Assert.Equal(changedOn.AddDays(-1), (await holders.InstalmentsAsync(id))[^1].Instalment.To);
        Assert.Equal("allowance-level-changed", await ScalarAsync(
            "select string_agg(template, ',') from outbox_messages where case_id = $1 and template like 'allowance-%'", id));

        var (_, next) = await holders.GrantAsync(card: card);
        Assert.Equal("B|Active|1500", await ScalarAsync("select level || '|' || status || '|' || amount::int from allowances where case_id = $1", next));
    }

    [Fact]
    public async Task LevelChangedBackBeforeTheJobRan_ItGoesOn()
    {
        var (card, id) = await holders.GrantAsync();
        await GoToAsync(id, months: 1, day: 11);
        await HandleAsync(card, CardActionKind.LevelChanged, CardGrounds.Adding(BasisKind.Honour, "national"));
        var ground = (Guid)(await ScalarAsync("select basis_id from talent_cards where case_id = $1", card.CardId))!;
        await HandleAsync(card, CardActionKind.LevelChanged, CardGrounds.Ending(ground));
        await portal.RunJobsAsync();
        Assert.Equal(AllowanceStatus.Active, (await holders.FactsAsync(id)).Allowance.Status);
        Assert.Null((await holders.InstalmentsAsync(id))[^1].Held);
    }

    [Fact]
    public async Task Cancellation_EndsWhatRuns_AndANewCardGivesItAgain()
    {
        var citizen = RecognitionForms.NextCitizenId();
        var (card, id) = await holders.GrantAsync(card: await holders.Cards.IssueAsync(citizenId: citizen));
        var (_, rent) = await holders.GrantAsync("rent-allowance", card);
        await HandleAsync(card, CardActionKind.Cancelled);
        Assert.Equal(2L, await ScalarAsync("select count(*) from jobs where kind = 'allowances.follow-card' and case_id in ($1, $2)", id, rent));
        await portal.RunJobsAsync();
        Assert.Equal("Ended|Ended", await ScalarAsync("select string_agg(status, '|') from allowances where card_id = $1 and ended_on = $2", card.CardId, Zone.Today));
        Assert.Equal(1L, await ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'allowance-ended'", id));

        var renewed = await holders.Cards.IssueAsync(talent: card.Talent, citizenId: citizen);
        Assert.NotEqual(card.CardId, renewed.CardId);
        var (_, again) = await holders.GrantAsync(card: renewed);
        Assert.Equal(renewed.CardId, await ScalarAsync("select card_id from allowances where case_id = $1 and status = 'Active'", again));
    }

    [Fact]
    public async Task LateRenewal_TheDaysBetweenAreNotPaid_AndThePeriodIsNotCut()
    {
        var (card, id) = await holders.GrantAsync();
        var last = (DateOnly)(await ScalarAsync("select expires_on from talent_cards where case_id = $1", card.CardId))!;
        portal.Clock.Set(Zone.StartOf(last.AddDays(1)));
        await portal.RunJobsAsync();
        var month = new DateOnly(last.Year, last.Month, 1);
        var running = (await holders.InstalmentsAsync(id))[^1].Instalment;
        Assert.Equal((month, month.AddMonths(1).AddDays(-1), Share(month, last.Day)), (running.From, running.To, running.Amount));

        var renewedOn = month.AddMonths(2).AddDays(10);
        portal.Clock.Set(Zone.StartOf(renewedOn));
        Assert.Equal(month, (await holders.InstalmentsAsync(id))[^1].Instalment.From);
        var renewed = await portal.Services.GetRequiredService<OwnCards>().RenewAsync(card.Talent, holders.Cards.Begin("CardRenewing", card.Talent), default);
        Assert.True(renewed.Succeeded, renewed.Refusal?.ToString());
        portal.Clock.Set(Zone.StartOf(month.AddMonths(3)));
        var after = (await holders.InstalmentsAsync(id)).Select(one => one.Instalment).Where(one => one.From >= month).ToList();
        var returned = month.AddMonths(2);
        Assert.Equal([(month, Share(month, last.Day)), (returned, Share(returned, Days(returned) - 10)), (month.AddMonths(3), 1000m)],
            after.Select(one => (one.From, one.Amount)));
    }

    [Fact]
    public async Task Suspension_ItsDaysAreNotPaid_WhatWasEarnedBeforeWaits()
    {
        var (card, id) = await holders.GrantAsync();
        var suspendedOn = await GoToAsync(id, months: 1, day: 6);
        await holders.FulfilAsync(id);
        await HandleAsync(card, CardActionKind.Suspended);
        Assert.Equal(HoldReason.CardSuspended, (await holders.InstalmentsAsync(id))[0].Held);
        await GoToAsync(id, months: 1, day: 16);
        await HandleAsync(card, CardActionKind.Resumed);
        Assert.Equal(InstalmentState.Due, (await holders.InstalmentsAsync(id))[0].State);
        var month = suspendedOn.AddDays(-5);
        var cut = (await holders.InstalmentsAsync(id))[^1].Instalment;
        // The card still gave something on the day of the suspension, and again on the day of the resumption.
        Assert.Equal((month, month.AddMonths(1).AddDays(-1), Share(month, Days(month) - 9)), (cut.From, cut.To, cut.Amount));
    }

    [Fact]
    public async Task PeriodPaidInPart_TheRemainderIsAnInstalmentOfItsOwn()
    {
        var (_, id) = await holders.GrantAsync();
        var first = await GoToAsync(id, months: 1, day: 1);
        await GoToAsync(id, months: 2, day: 1);
        await holders.FulfilAsync(id);
        var (office, leader) = (await holders.OfficeAsync(), await holders.LeaderAsync());
        var batches = portal.Services.GetRequiredService<PaymentBatches>();
        var batch = (await batches.MakeAsync(office, Zone.Today, holders.Cards.Begin("PaymentHandling", office), default)).Value;
        Assert.True((await batches.ReleaseAsync(leader, batch, 0, holders.Cards.Begin("PaymentHandling", leader), default)).Succeeded);
        // A payment that was made while a period still ended with its card.
        await ScalarAsync("update payments set period_to = period_from + 9, amount = 300 where allowance_id = $1 and period_from = $2", id, first);

        var parts = (await holders.InstalmentsAsync(id)).Where(one => one.Instalment.From >= first && one.Instalment.From < first.AddMonths(1)).ToList();
        Assert.Equal([(first, first.AddDays(9), 300m, InstalmentState.OnTheWay), (first.AddDays(10), first.AddMonths(1).AddDays(-1), 700m, InstalmentState.Held)],
            parts.Select(one => (one.Instalment.From, one.Instalment.To, one.Instalment.Amount, one.State)));
        await holders.FulfilAsync(id);
        var rest = await batches.MakeAsync(office, Zone.Today, holders.Cards.Begin("PaymentHandling", office), default);
        Assert.Equal(700m, await ScalarAsync("select amount from payments where case_id = $1 and period_from = $2", rest.Value, first.AddDays(10)));
        Assert.True((await batches.DropAsync(office, rest.Value, "Only a test", 0, holders.Cards.Begin("PaymentHandling", office), default)).Succeeded);
    }

    private static int Days(DateOnly month) => DateTime.DaysInMonth(month.Year, month.Month);

    private static decimal Share(DateOnly month, int days) => decimal.Round(1000m * days / Days(month), 2, MidpointRounding.AwayFromZero);

    /// <summary>Goes to a day of a month after the one of the grant.</summary>
    private async Task<DateOnly> GoToAsync(Guid allowance, int months, int day)
    {
        var from = (await holders.FactsAsync(allowance)).Allowance.FromOn;
        var on = new DateOnly(from.Year, from.Month, 1).AddMonths(months).AddDays(day - 1);
        portal.Clock.Set(Zone.StartOf(on));
        return on;
    }

    private async Task HandleAsync(HeldCard card, CardActionKind kind, string? ground = null)
    {
        var office = await holders.OfficeAsync();
        var revision = (int)(await ScalarAsync("select revision from talent_cards where case_id = $1", card.CardId))!;
        var done = await portal.Services.GetRequiredService<CardDesk>().DoAsync(
            office, card.CardId, new CardDeed(kind, "Checked", ground, revision), holders.Cards.Begin("CardHandling", office), default);
        Assert.True(done.Succeeded, done.Refusal?.ToString());
    }

    private Task<object?> ScalarAsync(string sql, params object[] values) => portal.Database.ScalarAsync(sql, values);
}
