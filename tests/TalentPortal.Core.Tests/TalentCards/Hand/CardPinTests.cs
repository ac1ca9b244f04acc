using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Hand;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards.Hand;

/// <summary>The PIN of a printed card, on a real database: wrong tries lock it, also a hundred at once.</summary>
public sealed class CardPinTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>, IAsyncLifetime
{
    private const string Pin = "805316";
    private const string Wrong = "805317";
    private const int Tries = 5;

    private HeldCard held = null!;

    private CardPins Pins => portal.Services.GetRequiredService<CardPins>();

    public async Task InitializeAsync() => held = await new CardHolders(portal).IssueAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Check_WrongOnes_LockThePrintedCardUntilANewPinIsSet()
    {
        Assert.IsType<CardPinNotSet>((await Pins.CheckAsync(held.CardId, Pin, default)).Refusal);
        Assert.True((await SetAsync(Pin)).Succeeded);
        Assert.True((await Pins.CheckAsync(held.CardId, Pin, default)).Succeeded);
        for (var left = Tries - 1; left > 0; left--) Assert.Equal(new CardPinWrong(left), (await Pins.CheckAsync(held.CardId, Wrong, default)).Refusal);
        Assert.IsType<CardPinLocked>((await Pins.CheckAsync(held.CardId, Wrong, default)).Refusal);
        Assert.IsType<CardPinLocked>((await Pins.CheckAsync(held.CardId, Pin, default)).Refusal);
        Assert.Equal(CardPinState.Locked, await Pins.StateAsync(held.CardId, default));
        Assert.True((await SetAsync("293847")).Succeeded);
        Assert.True((await Pins.CheckAsync(held.CardId, "293847", default)).Succeeded);
        Assert.Equal(CardPinState.Set, await Pins.StateAsync(held.CardId, default));
    }

    [Fact]
    public async Task Check_ARightOne_ForgetsTheWrongOnesBefore()
    {
        Assert.True((await SetAsync(Pin)).Succeeded);
        for (var round = 0; round < 2; round++)
        {
            for (var one = 0; one < Tries - 1; one++) await Pins.CheckAsync(held.CardId, Wrong, default);
            Assert.True((await Pins.CheckAsync(held.CardId, Pin, default)).Succeeded);
        }
    }

    [Fact]
    public async Task Check_ManyWrongOnesAtOnce_GetNoFurtherThanTheLimit()
    {
        Assert.True((await SetAsync(Pin)).Succeeded);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Pins.CheckAsync(held.CardId, Wrong, default)));
        Assert.Equal(Tries - 1, answers.Count(answer => answer.Refusal is CardPinWrong));
        Assert.Equal(30 - Tries + 1, answers.Count(answer => answer.Refusal is CardPinLocked));
        Assert.Equal(Tries, await WrongAsync());
    }

    [Fact]
    public async Task Check_ManyRightOnesAtOnce_AllPass_AlsoWithOneTryLeftAndWrongOnesAmongThem()
    {
        Assert.True((await SetAsync(Pin)).Succeeded);
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Pins.CheckAsync(held.CardId, Pin, default)));
        Assert.All(answers, answer => Assert.True(answer.Succeeded, answer.Refusal?.ToString()));
        Assert.Equal(0, await WrongAsync());

        // Four wrong ones before, then many right ones: none of them takes the last try.
        for (var left = Tries - 1; left > 0; left--) Assert.Equal(new CardPinWrong(left), (await Pins.CheckAsync(held.CardId, Wrong, default)).Refusal);
        answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Pins.CheckAsync(held.CardId, Pin, default)));
        Assert.All(answers, answer => Assert.True(answer.Succeeded, answer.Refusal?.ToString()));

        // Four wrong ones among them cannot lock the card, in whatever order they come.
        answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(one => Pins.CheckAsync(held.CardId, one % 3 == 0 ? Wrong : Pin, default)));
        Assert.All(answers.Where((_, one) => one % 3 != 0), answer => Assert.True(answer.Succeeded, answer.Refusal?.ToString()));
        Assert.All(answers.Where((_, one) => one % 3 == 0), answer => Assert.IsType<CardPinWrong>(answer.Refusal));
    }

    [Fact]
    public async Task Check_ARightOneAmongManyWrongOnesAtOnce_LeavesNoMoreTriesThanBefore()
    {
        Assert.True((await SetAsync(Pin)).Succeeded);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(one => Pins.CheckAsync(held.CardId, one == 10 ? Pin : Wrong, default)));
        // The right one passes, or came after the fifth wrong one and learns nothing; it gives back the tries before it and no more.
        var told = answers.Count(answer => answer.Refusal is CardPinWrong);
        Assert.InRange(told, Tries - 1, answers[10].Succeeded ? (2 * Tries) - 2 : Tries - 1);
        Assert.Equal(Tries, await WrongAsync());
    }

    [Fact]
    public async Task Check_WhileTheHolderSetsANewPin_IsAnsweredByOneOfThem()
    {
        Assert.True((await SetAsync(Pin)).Succeeded);
        var checks = Enumerable.Range(0, 6).Select(_ => Pins.CheckAsync(held.CardId, Pin, default)).ToList();
        Assert.True((await SetAsync("293847")).Succeeded);
        foreach (var answer in await Task.WhenAll(checks)) Assert.True(answer.Succeeded || answer.Refusal is CardPinWrong or CardPinLocked);
        Assert.True((await SetAsync("293847")).Succeeded);
        Assert.True((await Pins.CheckAsync(held.CardId, "293847", default)).Succeeded);
    }

    [Fact]
    public async Task Set_AnotherShapeOrWhatAnybodyWouldTryFirst_IsRefused()
    {
        foreach (var pin in new[] { null, "", "80531", "8053161", "80531a", "\uff18\uff10\uff15\uff13\uff11\uff16" })
            Assert.IsType<CardPinWrongShape>((await SetAsync(pin)).Refusal);
        foreach (var pin in new[] { "000000", "123456", "987654", "450311" }) Assert.IsType<CardPinTooEasy>((await SetAsync(pin)).Refusal);
        Assert.Equal(CardPinState.NotSet, await Pins.StateAsync(held.CardId, default));
    }

    [Fact]
    public async Task Set_OnAnothersCard_FindsNone()
    {
        var other = await new TestPeople(portal.Services).TalentAsync();
        var set = await Pins.SetAsync(other, held.CardId, Pin, new CardHolders(portal).Begin("CardPinSetting", other), default);
        Assert.IsType<CaseNotFound>(set.Refusal);
        Assert.Equal(CardPinState.NotSet, await Pins.StateAsync(held.CardId, default));
    }

    [Fact]
    public async Task Set_IsInTheAudit_AndThePinIsNowhere()
    {
        Assert.True((await SetAsync(Pin)).Succeeded);
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from operation_events where stream_id = $1 and type = 'CardPinSet'", held.CardId));
        Assert.Equal(0L, await portal.Database.ScalarAsync(
            "select count(*) from operation_events e where stream_id = $1 and e::text like '%' || $2 || '%'", held.CardId, Pin));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(default));
    }

    private Task<object?> WrongAsync() => portal.Database.ScalarAsync("select wrong from card_pins where case_id = $1", held.CardId);

    private Task<Result> SetAsync(string? pin) => Pins.SetAsync(held.Talent, held.CardId, pin, new CardHolders(portal).Begin("CardPinSetting", held.Talent), default);
}
