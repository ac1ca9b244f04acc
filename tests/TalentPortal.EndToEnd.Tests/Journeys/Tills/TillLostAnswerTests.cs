using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.TalentCards.Hand;
using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys.Tills;

/// <summary>
/// The portal counts a use, the answer is lost, and the next page gets through: the till asks for what became of it, so nobody redeems
/// again without knowing; of a printed card too, whose PIN it does not keep.
/// </summary>
[Collection(PortalCollection.Name)]
public sealed class TillLostAnswerTests(JourneyPortal portal, ChromiumFixture chromium) : IDisposable
{
    private const string Pin = "805316";
    private const string Counted = "[data-till][data-ready] [data-said=counted]";

    private readonly Venues venues = new(portal);

    [Fact]
    public async Task UseWithoutAnswer_CountsOnce_AndTheTillSaysSo()
    {
        var (card, printed) = (await new CardHolders(portal).IssueAsync(), await new CardHolders(portal).IssueAsync());
        Assert.True((await portal.Services.GetRequiredService<CardPins>().SetAsync(
            printed.Talent, printed.CardId, Pin, venues.Begin("CardPinSetting", printed.Talent), default)).Succeeded);
        var number = (string)(await portal.Database.ScalarAsync("select number from talent_cards where case_id = $1", printed.CardId))!;
        await using var staff = await Visitor.ArriveAsync(portal, chromium, 390, 844);
        await staff.SignInAsync("venue@demo");
        await staff.OpenAsync("/venue");
        await staff.Page.Locator("[data-till][data-ready]").WaitForAsync();

        await LookAsync(staff, venues.Codes(card.CardId)[0]);
        await LoseUseAsync(staff);
        await staff.Page.Locator(Counted).WaitForAsync();
        Assert.Equal(1L, await UsesAsync(card));
        await staff.LookAsync();

        await LookAsync(staff, number);
        await staff.Page.Locator("#Pin").FillAsync(Pin);
        await staff.GoAsync(() => staff.Page.Locator("#pin button").ClickAsync());
        await staff.Page.Locator("[data-till][data-ready]").WaitForAsync();
        await LoseUseAsync(staff);
        await staff.Page.Locator(Counted).WaitForAsync();
        Assert.Equal(1L, await UsesAsync(printed));
        Assert.Equal("0", await staff.Page.GetAttributeAsync("[data-till]", "data-waiting"));
        Assert.Empty(await staff.Page.EvaluateAsync<string[]>("caches.open('venue-till-lost').then(lost => lost.keys()).then(keys => keys.map(key => key.url))"));
    }

    /// <inheritdoc />
    public void Dispose() => portal.LostAnswers.Lose(null);

    private Task<object?> UsesAsync(HeldCard card) => portal.Database.ScalarAsync("select count(*) from redemptions where case_id = $1", card.CardId);

    private async Task LoseUseAsync(Visitor staff)
    {
        portal.LostAnswers.Lose("Redeem");
        await staff.GoAsync(() => staff.Page.Locator(".tp-use button").First.ClickAsync());
        portal.LostAnswers.Lose(null);
    }

    private static async Task LookAsync(Visitor staff, string code)
    {
        await staff.Page.Locator("#Code").FillAsync(code);
        await staff.GoAsync(() => staff.Page.Locator("#Code").PressAsync("Enter"));
        await staff.Page.Locator("[data-till][data-ready]").WaitForAsync();
    }
}
