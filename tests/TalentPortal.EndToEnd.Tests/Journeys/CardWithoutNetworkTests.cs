using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TalentPortal.Core.TalentCards.Codes;
using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>A talent shows the card on a phone where there is no network, and signs out: nothing of it stays on the phone.</summary>
[Collection(PortalCollection.Name)]
public sealed class CardWithoutNetworkTests(JourneyPortal portal, ChromiumFixture chromium)
{
    private const string Holder = "joint4@demo";

    private const string DrawnText = "document.querySelector('[data-code] path').getAttribute('d')";

    [Fact]
    public async Task TalentShowsTheCardWithoutNetwork()
    {
        var held = await new CardHolders(portal).IssueAsync(talent: await new TestPeople(portal.Services).DemoAsync(Holder));
        await using var talent = await Visitor.ArriveAsync(portal, chromium, 390, 844);
        await talent.SignInAsync(Holder);
        await talent.OpenAsync("/cards/show");
        await talent.Page.Locator("[data-kept-note]:not([hidden])").WaitForAsync();
        await talent.LookAsync();

        await talent.Page.Context.SetOfflineAsync(true);
        await talent.Page.GotoAsync("/cards/show");
        await talent.Page.Locator("html[data-shown]").WaitForAsync();
        await talent.LookAsync();
        Assert.True(await PageCheck.HasIconsAsync(talent.Page));
        Assert.Contains("Qin Xiaohe", await talent.Page.InnerTextAsync(".tp-idcard"), StringComparison.Ordinal);
        Assert.Matches("截至 [0-9]{2}:[0-9]{2}", await talent.Page.InnerTextAsync("[data-offline-note]"));
        await AssertKeptCodeIsShownAsync(talent.Page, held.CardId);
        await Assert.ThrowsAsync<PlaywrightException>(() => talent.Page.GotoAsync("/cases"));

        await talent.Page.Context.SetOfflineAsync(false);
        await talent.OpenAsync("/cards/show");
        await talent.Page.Locator("header summary").First.ClickAsync();
        await talent.GoAsync(() => talent.Page.Locator("[data-sign-out]").First.ClickAsync());
        Assert.Empty(await talent.Page.EvaluateAsync<string[]>("caches.keys()"));
        await talent.Page.Context.SetOfflineAsync(true);
        await Assert.ThrowsAsync<PlaywrightException>(() => talent.Page.GotoAsync("/cards/show"));
    }

    /// <summary>What is drawn is one of the kept codes, of this card; when they are used up, the page says how to go on.</summary>
    private async Task AssertKeptCodeIsShownAsync(IPage page, Guid cardId)
    {
        var kept = await page.EvaluateAsync<JsonElement>("caches.match('/cards/show/kept').then(kept => kept.json())");
        var drawn = await page.EvaluateAsync<string>(DrawnText);
        var code = Assert.Single(kept.GetProperty("codes").EnumerateArray(), one => one.GetProperty("path").GetString() == drawn);
        Assert.Equal(cardId, portal.Services.GetRequiredService<CardCodes>().Read(code.GetProperty("text").GetString()).Value.CardId);

        await page.EvaluateAsync(
            """
            async () => {
              const cache = await caches.open('talent-card');
              const pack = await (await cache.match('/cards/show/kept')).json();
              await cache.put('/cards/show/kept', new Response(JSON.stringify({ ...pack, behind: pack.behind + 3600000 })));
            }
            """);
        await page.ReloadAsync();
        await page.Locator("[data-used-up]:not([hidden])").WaitForAsync();
        Assert.False(await page.Locator("[data-code]").IsVisibleAsync());
    }
}
