using System.Globalization;
using Microsoft.Playwright;

namespace TalentPortal.EndToEnd.Tests.Browsing;

/// <summary>Keeps a picture of every page that is looked at in the folder that <c>TALENTPORTAL_SHOTS</c> names, for eyes to judge.</summary>
internal static class KeptPictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("TALENTPORTAL_SHOTS");
    private static int taken;

    /// <summary>Takes one, whole and as wide as the screen; nothing where no folder is named.</summary>
    public static async Task TakeAsync(IPage page)
    {
        if (string.IsNullOrWhiteSpace(Folder)) return;
        var place = string.Join('-', new Uri(page.Url).AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !Guid.TryParse(part, out _)));
        var number = Interlocked.Increment(ref taken);
        var name = string.Create(CultureInfo.InvariantCulture, $"{page.ViewportSize?.Width}-{number:000}-{(place.Length == 0 ? "home" : place)}.png");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name), FullPage = true });
    }
}
