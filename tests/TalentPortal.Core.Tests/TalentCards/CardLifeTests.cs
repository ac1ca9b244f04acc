using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Handling;
using TalentPortal.Core.TalentCards.Queries;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards;

/// <summary>What holder and office do with a card, and what time does.</summary>
public sealed class CardLifeTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>
{
    private readonly CardHolders holders = new(portal);

    [Fact]
    public async Task Lost_TheNumberDiesAtOnce_TheOfficeGivesTheCardANewOne()
    {
        var held = await holders.IssueAsync();
        var old = await NumberAsync(held);
        Assert.True((await Own.ReportLostAsync(held.Talent, holders.Begin("CardLossReporting", held.Talent), default)).Succeeded);
        Assert.Equal("Lost|true", await StateAsync(held));
        Assert.IsType<CardNotInState>((await Own.ReportLostAsync(held.Talent, holders.Begin("CardLossReporting", held.Talent), default)).Refusal);
        Assert.True((await DoAsync(held, CardActionKind.Replaced)).Succeeded);
        Assert.Equal("Active|false", await StateAsync(held));
        Assert.NotEqual(old, await NumberAsync(held));
        Assert.Equal(2L, await ScalarAsync("select count(*) from card_numbers where case_id = $1", held.CardId));
        var found = await portal.Services.GetRequiredService<CardRegister>().ListAsync(new CardFilter(null, null, null, old), 10, default);
        Assert.Equal(held.CardId, Assert.Single(found).Id);
    }

    [Fact]
    public async Task Suspended_StaysOutOfUse_UntilResumed_AndEveryDeedHasAReason()
    {
        var held = await holders.IssueAsync();
        Assert.IsType<CardReasonMissing>((await DoAsync(held, CardActionKind.Suspended, reason: " ")).Refusal);
        Assert.True((await DoAsync(held, CardActionKind.Suspended)).Succeeded);
        Assert.True((await Own.ReportLostAsync(held.Talent, holders.Begin("CardLossReporting", held.Talent), default)).Succeeded);
        Assert.Equal("Suspended|true", await StateAsync(held));
        Assert.True((await DoAsync(held, CardActionKind.Resumed)).Succeeded);
        Assert.Equal("Lost|true", await StateAsync(held));
        Assert.Equal("Issued,Suspended,LossReported,Resumed", await ScalarAsync(
            "select string_agg(kind, ',' order by acted_at, id) from card_actions where case_id = $1", held.CardId));
        Assert.Equal(2L, await ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'card-changed'", held.CardId));
    }

    [Fact]
    public async Task LevelChange_AnotherGroundGivesABetterLevel_BeforeAndAfterAreKept()
    {
        var held = await holders.IssueAsync("\"degree\": \"3\"");
        Assert.IsType<CardBasisUnknown>((await DoAsync(held, CardActionKind.LevelChanged, ground: "add:Recognition:senior")).Refusal);
        Assert.IsType<CardLevelUnchanged>((await DoAsync(held, CardActionKind.LevelChanged)).Refusal);
        Assert.True((await DoAsync(held, CardActionKind.LevelChanged, ground: CardGrounds.Adding(BasisKind.Honour, "national"))).Succeeded);
        Assert.Equal("E>B", await ScalarAsync(
            "select level_before || '>' || level_after from card_actions where case_id = $1 and kind = 'LevelChanged'", held.CardId));
        var best = (Guid)(await ScalarAsync("select basis_id from talent_cards where case_id = $1", held.CardId))!;
        Assert.True((await DoAsync(held, CardActionKind.LevelChanged, ground: CardGrounds.Ending(best))).Succeeded);
        Assert.Equal("E", await ScalarAsync("select level from talent_cards where case_id = $1", held.CardId));
    }

    [Fact]
    public async Task Handling_IsForTheOfficeAndNeverOnesOwn()
    {
        var held = await holders.IssueAsync();
        var town = await new TestPeople(portal.Services).DemoAsync("town@demo");
        Assert.IsType<CaseNotFound>((await DoAsync(held, CardActionKind.Cancelled, by: town)).Refusal);
        var holder = await new TestPeople(portal.Services).AppointAsync(held.Talent, PortalRole.TalentOffice, "ys-talent-office");
        Assert.IsType<CardIsOwn>((await DoAsync(held, CardActionKind.Cancelled, by: holder)).Refusal);
        Assert.True((await DoAsync(held, CardActionKind.Cancelled)).Succeeded);
        Assert.IsType<CardNotInState>((await DoAsync(held, CardActionKind.Replaced)).Refusal);
    }

    [Fact]
    public async Task Stopped_AndTheStopLifted_AreTheHoldersOwn()
    {
        var held = await holders.IssueAsync();
        Assert.True((await Own.StopAsync(held.Talent, holders.Begin("CardStopping", held.Talent), default)).Succeeded);
        Assert.IsType<CardStoppedAlready>((await Own.StopAsync(held.Talent, holders.Begin("CardStopping", held.Talent), default)).Refusal);
        Assert.True((await Own.LiftStopAsync(held.Talent, holders.Begin("CardStopping", held.Talent), default)).Succeeded);
        Assert.IsType<CardNotHeld>((await Own.StopAsync(await new TestPeople(portal.Services).TalentAsync(), holders.Begin("CardStopping", held.Talent), default)).Refusal);
    }

    private OwnCards Own => portal.Services.GetRequiredService<OwnCards>();

    private async Task<Result> DoAsync(HeldCard held, CardActionKind kind, string reason = "For a good reason.", string? ground = null, Actor? by = null)
    {
        by ??= await new TestPeople(portal.Services).DemoAsync("office@demo");
        var revision = (int)(await ScalarAsync("select revision from talent_cards where case_id = $1", held.CardId))!;
        return await portal.Services.GetRequiredService<CardDesk>().DoAsync(
            by, held.CardId, new CardDeed(kind, reason, ground, revision), holders.Begin("CardHandling", by), default);
    }

    private async Task<string> NumberAsync(HeldCard held) => (string)(await ScalarAsync("select number from talent_cards where case_id = $1", held.CardId))!;

    private async Task<string> StateAsync(HeldCard held) =>
        (string)(await ScalarAsync("select status || '|' || number_dead from talent_cards where case_id = $1", held.CardId))!;

    private Task<object?> ScalarAsync(string sql, Guid id) => portal.Database.ScalarAsync(sql, id);
}
