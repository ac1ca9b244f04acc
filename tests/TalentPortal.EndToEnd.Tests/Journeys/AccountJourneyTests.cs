using TalentPortal.EndToEnd.Tests.Browsing;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

[Collection(PortalCollection.Name)]
public sealed class AccountJourneyTests(JourneyPortal portal, ChromiumFixture chromium)
{
    private const string Password = "Osmanthus-hill-73";

    [Theory]
    [InlineData(false, "chinese.reader@people.test")]
    [InlineData(true, "english.reader@people.test")]
    public async Task NewcomerRegistersFollowsTheMailAndSignsIn(bool english, string address)
    {
        // A newcomer opens the portal and asks for an account.
        await using var newcomer = await Visitor.ArriveAsync(portal, chromium);
        await newcomer.OpenAsync("/");
        if (english) await newcomer.ReadEnglishAsync();
        await newcomer.OpenAsync("/account/register");

        // An empty form is sent back with its faults.
        await newcomer.PressAsync("main button[type=submit]");
        Assert.True(await newcomer.Page.Locator(".tp-error").CountAsync() > 0);

        // Filled in, it is taken.
        await newcomer.TypeAsync("Input.Email", address);
        await newcomer.TypeAsync("Input.DisplayName", "Qin Yuan");
        await newcomer.TypeAsync("Input.Password", Password);
        await newcomer.LookAsync();
        await newcomer.PressAsync("main button[type=submit]");
        Assert.EndsWith("/account/registered", newcomer.Page.Url, StringComparison.Ordinal);

        // The mail's link leads to a button that confirms the address.
        await newcomer.OpenMailAsync(address);
        await newcomer.PressAsync("main a[href*='/account/confirm']");
        await newcomer.PressAsync("main button[type=submit]");
        Assert.Contains("/account/signin", newcomer.Page.Url, StringComparison.Ordinal);

        // Now the name and the password open the account.
        await newcomer.SignInAsync(address, Password);
        await newcomer.OpenAsync("/account");
        Assert.Contains(address, await newcomer.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongPasswordIsToldWithoutSayingWhatIsWrong()
    {
        await using var stranger = await Visitor.ArriveAsync(portal, chromium, width: 390, height: 844);
        await stranger.OpenAsync("/account/signin");
        await stranger.TypeAsync("Input.Name", "talent@demo");
        await stranger.TypeAsync("Input.Password", "not-the-password");
        await stranger.PressAsync("main button[type=submit]");
        var known = await stranger.Page.InnerTextAsync(".tp-summary, .tp-error-summary, [role=alert]");

        await stranger.TypeAsync("Input.Name", "nobody@demo");
        await stranger.TypeAsync("Input.Password", "not-the-password");
        await stranger.PressAsync("main button[type=submit]");

        Assert.Equal(known, await stranger.Page.InnerTextAsync(".tp-summary, .tp-error-summary, [role=alert]"));
    }
}
