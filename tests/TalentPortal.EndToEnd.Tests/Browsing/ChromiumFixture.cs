using Microsoft.Playwright;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Browsing;

/// <summary>One headless Chromium for the classes of a collection; each page is a person with a browser of their own.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    /// <summary>How long a page may take on a machine with much else to do.</summary>
    public const int TimeoutMilliseconds = 30_000;

    // Without a window of its own a page takes two thirds of the time.
    private static readonly string[] Debian = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private readonly IReadOnlyList<string> more;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A browser without a camera.</summary>
    public ChromiumFixture() => more = [];

    /// <summary>A browser whose camera sees a film, and may be used.</summary>
    /// <param name="film">The film's file; it is read when the camera is opened.</param>
    internal ChromiumFixture(string film) =>
        more = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--use-file-for-fake-video-capture=" + film];

    /// <summary>The browser.</summary>
    public IBrowser Browser => browser ?? throw new InvalidOperationException("The browser is there after InitializeAsync.");

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        var given = Environment.GetEnvironmentVariable("TALENTPORTAL_CHROMIUM");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = string.IsNullOrWhiteSpace(given) ? Debian.FirstOrDefault(File.Exists) ?? Debian[0] : given,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--lang=zh-CN", "--disable-background-networking", "--disable-component-update", "--disable-sync", .. more],
        });
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A page in a fresh session: no cookies unless given, Chinese, 1366 × 768 unless another size is given.</summary>
    public async Task<IPage> NewPageAsync(Uri portal, int width = 1366, int height = 768, string? session = null)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = portal.ToString(),
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new ViewportSize { Width = width, Height = height },
            StorageState = session,
        });
        context.SetDefaultTimeout(TimeoutMilliseconds);
        return await context.NewPageAsync();
    }
}
