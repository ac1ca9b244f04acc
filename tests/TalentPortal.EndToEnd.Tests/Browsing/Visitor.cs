using Microsoft.Playwright;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Browsing;

/// <summary>A person in front of a browser of their own, who does only what a person can: open, type, choose, press, read.</summary>
internal sealed class Visitor(IPage page, IReadOnlyCollection<string> names, Confidences confidences) : IAsyncDisposable
{
    /// <summary>The password of the demonstration accounts.</summary>
    public const string DemoPassword = "Demo-2026!";

    /// <summary>What the person sees.</summary>
    public IPage Page => page;

    /// <summary>Opens a browser at the portal.</summary>
    /// <param name="portal">Which portal.</param>
    /// <param name="chromium">Which browser.</param>
    /// <param name="width">Of the screen, in CSS pixels: 1366 for a desk, 390 for a phone.</param>
    /// <param name="height">Likewise.</param>
    public static async Task<Visitor> ArriveAsync(JourneyPortal portal, ChromiumFixture chromium, int width = 1366, int height = 768) =>
        new(await chromium.NewPageAsync(portal.Url, width, height), portal.Names, portal.Confidences);

    /// <summary>Opens an address and looks at what is there.</summary>
    public async Task OpenAsync(string address)
    {
        var answer = await page.GotoAsync(address);
        Assert.True(answer!.Ok, $"{address} answers {answer.Status}.");
        await LookAsync();
    }

    /// <summary>Reads the page as it stands, and finds nothing wrong with it.</summary>
    public Task LookAsync() => PageCheck.AssertAsync(page, names);

    /// <summary>Stands on the page whose path ends so; if not, what the page complains of is told.</summary>
    public async Task StandAtAsync(string end)
    {
        if (new Uri(page.Url).AbsolutePath.EndsWith(end, StringComparison.Ordinal)) return;
        var complaint = page.Locator("[data-errors], [role=alert]");
        Assert.Fail($"{page.Url} instead of …{end}: {string.Join(' ', await complaint.AllInnerTextsAsync())}");
    }

    /// <summary>Types into the field of this name. Numbers of people are remembered: in the end they may lie nowhere readable.</summary>
    public Task TypeAsync(string name, string text)
    {
        confidences.Notice(text);
        return Field(name).FillAsync(text);
    }

    /// <summary>Chooses from a list, or one of several buttons, or ticks a box.</summary>
    public async Task ChooseAsync(string name, string value)
    {
        var list = page.Locator($"select[name='{name}']");
        if (await list.CountAsync() > 0) await list.SelectOptionAsync(value);
        else await page.Locator($"input[name='{name}'][value='{value}']").CheckAsync();
    }

    /// <summary>Presses what the selector names, waits for the next page, and looks at it.</summary>
    public async Task PressAsync(string selector)
    {
        await page.RunAndWaitForResponseAsync(
            () => page.Locator(selector).First.ClickAsync(),
            answer => answer.Request.IsNavigationRequest && answer.Status is < 300 or >= 400);
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await LookAsync();
    }

    /// <summary>Signs in with the password of the demonstration.</summary>
    public async Task SignInAsync(string userName, string password = DemoPassword)
    {
        await OpenAsync("/account/signin");
        await TypeAsync("Input.Name", userName);
        await TypeAsync("Input.Password", password);
        await page.Locator("main button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/account/signin", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads the portal in English from now on.</summary>
    public Task ReadEnglishAsync() => PressAsync(".tp-foot button[name=culture][value=en]");

    /// <summary>Moves the portal's clock by working days.</summary>
    public async Task LetWorkingDaysPassAsync(int days)
    {
        await OpenAsync("/dev/clock");
        await TypeAsync("Input.WorkingDays", days.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await PressAsync("form[action*='Days'] button");
    }

    /// <summary>Opens the newest mail to an address, once it is there.</summary>
    public async Task OpenMailAsync(string address)
    {
        var link = page.Locator("main li", new PageLocatorOptions { HasText = address }).Locator("a").First;
        for (var look = 0; look < 100; look++)
        {
            await page.GotoAsync("/dev/mail");
            if (await link.CountAsync() > 0) break;
            await page.WaitForTimeoutAsync(100);
        }

        await link.ClickAsync();
        await page.WaitForURLAsync("**/dev/mail/*");
        await LookAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();

    private ILocator Field(string name) => page.Locator($"main [name='{name}']:not([type=hidden])").First;
}
