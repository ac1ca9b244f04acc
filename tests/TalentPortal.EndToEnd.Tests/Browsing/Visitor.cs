using Microsoft.AspNetCore.Localization;
using Microsoft.Playwright;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Browsing;

/// <summary>A person in front of a browser of their own, who does only what a person can: open, type, choose, press, read.</summary>
internal sealed class Visitor(IPage page, Uri portal, IReadOnlyCollection<string> names, Confidences confidences) : IAsyncDisposable
{
    /// <summary>The password of the demonstration accounts.</summary>
    public const string DemoPassword = "Demo-2026!";

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(ChromiumFixture.TimeoutMilliseconds);

    /// <summary>What the person sees.</summary>
    public IPage Page => page;

    /// <summary>Opens a browser at the portal.</summary>
    /// <param name="portal">Which portal.</param>
    /// <param name="chromium">Which browser.</param>
    /// <param name="width">Of the screen, in CSS pixels: 1366 for a desk, 390 for a phone.</param>
    /// <param name="height">Likewise.</param>
    /// <param name="session">Cookies of an earlier visit; null for a first one.</param>
    public static async Task<Visitor> ArriveAsync(
        JourneyPortal portal, ChromiumFixture chromium, int width = 1366, int height = 768, string? session = null) =>
        new(await chromium.NewPageAsync(portal.Url, width, height, session), portal.Url, portal.Names, portal.Confidences);

    /// <summary>Opens an address and looks at what is there.</summary>
    public async Task OpenAsync(string address)
    {
        var answer = await page.GotoAsync(address);
        Assert.True(answer!.Ok, $"{address} answers {answer.Status}.");
        await LookAsync();
    }

    /// <summary>Reads the page as it stands, and finds nothing wrong with it.</summary>
    public async Task LookAsync()
    {
        await KeptPictures.TakeAsync(page);
        await PageCheck.AssertAsync(page, names);
    }

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

    /// <summary>Hands in a file, and waits until the portal has taken it.</summary>
    /// <param name="name">The field.</param>
    /// <param name="fileName">What the file is called.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="contentType">What it says it is.</param>
    public async Task UploadAsync(string name, string fileName, byte[] content, string contentType = "image/png")
    {
        await page.Locator($"input[type=file][name='{name}']")
            .SetInputFilesAsync(new FilePayload { Name = fileName, Buffer = content, MimeType = contentType });
        await page.Locator($"[data-field='{name}'] [data-file]", new PageLocatorOptions { HasText = fileName }).WaitForAsync();
    }

    /// <summary>Presses what the selector names, waits for the next page, and looks at it.</summary>
    public async Task PressAsync(string selector)
    {
        await GoAsync(() => page.Locator(selector).First.ClickAsync());
        await LookAsync();
    }

    /// <summary>Signs in with the password of the demonstration.</summary>
    public async Task SignInAsync(string userName, string password = DemoPassword)
    {
        await page.GotoAsync("/account/signin");
        await SignInHereAsync(userName, password);
    }

    /// <summary>Signs in where the portal asks for it, and is led on to where it was asked.</summary>
    public async Task SignInHereAsync(string userName, string password = DemoPassword)
    {
        await TypeAsync("Input.Name", userName);
        await TypeAsync("Input.Password", password);
        await GoAsync(() => page.Locator("main button[type=submit]").First.ClickAsync());
        if (page.Url.Contains("/account/signin", StringComparison.OrdinalIgnoreCase)) await StandAtAsync("(signed in)");
    }

    /// <summary>Reads the portal in English from now on.</summary>
    public Task ReadEnglishAsync() => PressAsync("header button[name=culture][value=en]");

    /// <summary>Reads the portal in this language from now on, without pressing anything.</summary>
    public Task SpeakAsync(string language) => page.Context.AddCookiesAsync(
    [
        new Cookie
        {
            Name = CookieRequestCultureProvider.DefaultCookieName,
            Value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
            Domain = portal.Host,
            Path = "/",
        },
    ]);

    /// <summary>Moves the portal's clock by working days.</summary>
    public async Task LetWorkingDaysPassAsync(int days)
    {
        await OpenAsync("/dev/clock");
        await TypeAsync("Input.WorkingDays", days.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await PressAsync("form[action*='Days'] button");
    }

    /// <summary>Opens the newest mail to an address, once it is there.</summary>
    /// <param name="address">To whom.</param>
    /// <param name="subject">What its subject says.</param>
    public async Task OpenMailAsync(string address, string subject = "")
    {
        var mail = page.Locator("main li", new PageLocatorOptions { HasText = address });
        var link = mail.Locator("a", new LocatorLocatorOptions { HasText = subject }).First;
        for (var look = 0; look < 100; look++)
        {
            await page.GotoAsync("/dev/mail");
            if (await link.CountAsync() > 0) break;
            await page.WaitForTimeoutAsync(100);
        }

        await GoAsync(() => link.ClickAsync());
        await LookAsync();
    }

    /// <summary>Does what leads to another page, or to the same one anew, and waits until that is there.</summary>
    public async Task GoAsync(Func<Task> act)
    {
        // A page is told from the one before by when it began: the event of an earlier page may come late.
        using var loads = new SemaphoreSlim(initialCount: 0);
        void Arrived(object? sender, IPage arrived) => loads.Release();
        var before = await page.EvaluateAsync<double>("performance.timeOrigin");
        page.Load += Arrived;
        try
        {
            await act();
            do Assert.True(await loads.WaitAsync(Patience), $"{page.Url} led nowhere.");
            while (await LoadedAsync() is not { } began || began == before);
        }
        finally
        {
            page.Load -= Arrived;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();

    /// <summary>When the page that stands here began; null while it is still on its way.</summary>
    private async Task<double?> LoadedAsync()
    {
        try
        {
            return await page.EvaluateAsync<double?>("document.readyState === 'complete' ? performance.timeOrigin : null");
        }
        catch (PlaywrightException) when (!page.IsClosed)
        {
            return null;
        }
    }

    private ILocator Field(string name) => page.Locator($"main [name='{name}']:not([type=hidden])").First;
}
