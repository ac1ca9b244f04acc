using Microsoft.Playwright;
using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys.Tills;

/// <summary>A venue's staff goes on where camera and network fail: codes are typed, uses wait on the phone, and each counts once.</summary>
[Collection(PortalCollection.Name)]
public sealed class TillWithoutNetworkTests(JourneyPortal portal, ChromiumFixture chromium)
{
    private const string KeptText =
        """
        () => new Promise(done => {
          const opening = indexedDB.open("venue-till", 1);
          opening.onsuccess = () => opening.result.transaction("uses").objectStore("uses").getAll().onsuccess = all => done(JSON.stringify(all.target.result));
        })
        """;

    private readonly Venues venues = new(portal);

    [Fact]
    public async Task VenueRedeemsWithoutCameraAndNetwork()
    {
        var card = await new CardHolders(portal).IssueAsync();
        var (looked, noted, known) = (CodeOf(card), CodeOf(card), CodeOf(card));
        Assert.True((await venues.RedeemAsync(await venues.StaffAsync(), Venues.Garden, known)).Succeeded);
        await using var staff = await Visitor.ArriveAsync(portal, chromium, 390, 844);
        await staff.SignInAsync("venue@demo");
        await staff.OpenAsync("/venue");
        await staff.Page.Locator("[data-till][data-ready]").WaitForAsync();
        await staff.Page.Locator("[data-scan]").ClickAsync();
        await staff.Page.Locator("[data-camera-note]:not([hidden])").WaitForAsync();
        await staff.GoAsync(() => ScanAsync(staff, looked));
        await staff.Page.Locator("[data-till][data-ready]").WaitForAsync();

        // The network goes between the look and the use: it waits under the operation that it would have had.
        await staff.Page.Context.SetOfflineAsync(true);
        await staff.GoAsync(() => staff.Page.Locator(".tp-use button").ClickAsync());
        await SaidAsync(staff, "noted");
        Assert.DoesNotContain("#", staff.Page.Url, StringComparison.Ordinal);
        await staff.LookAsync();
        Assert.True(await PageCheck.HasIconsAsync(staff.Page));
        foreach (var code in (string[])[noted, known])
        {
            await ScanAsync(staff, code);
            await staff.Page.Locator(".tp-use button").ClickAsync();
            await SaidAsync(staff, "noted");
        }

        await ScanAsync(staff, noted);
        await SaidAsync(staff, "used");
        await ScanAsync(staff, noted[..130] + (noted[130] == 'A' ? 'Q' : 'A'));
        await SaidAsync(staff, "forged");
        Assert.Equal(1L, await UsesAsync(card));

        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await staff.Page.Context.SetOfflineAsync(false);
        await staff.Page.Locator("[data-till='" + Venues.Garden + "'][data-waiting='1']").WaitForAsync();
        await staff.Page.Locator("[data-waiting-uses] button").WaitForAsync();
        await staff.LookAsync();
        Assert.Equal(3L, await UsesAsync(card));
        Assert.DoesNotContain(known, await staff.Page.EvaluateAsync<string>(KeptText), StringComparison.Ordinal);
        await staff.Page.Locator("[data-waiting-uses] button").ClickAsync();
        await staff.Page.Locator("[data-till][data-waiting='0']").WaitForAsync();
    }

    private string CodeOf(HeldCard card) => venues.Codes(card.CardId)[0];

    private Task<object?> UsesAsync(HeldCard card) => portal.Database.ScalarAsync("select count(*) from redemptions where case_id = $1", card.CardId);

    private static async Task ScanAsync(Visitor staff, string code)
    {
        await staff.Page.Locator("#Code").FillAsync(code);
        await staff.Page.Locator("#Code").PressAsync("Enter");
    }

    private static Task SaidAsync(Visitor staff, string what) => staff.Page.Locator($"[data-said={what}]").WaitForAsync();
}
