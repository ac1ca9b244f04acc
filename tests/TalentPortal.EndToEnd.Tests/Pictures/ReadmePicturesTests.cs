using Microsoft.Playwright;
using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.EndToEnd.Tests.Journeys;
using TalentPortal.TestCommon;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Pictures;

/// <summary>Takes the pictures of README.md: <c>bash tests/pictures.sh</c>. Without that, it only looks whether they are there.</summary>
public sealed class ReadmePicturesTests
{
    private const string Wanted = "TALENTPORTAL_PICTURES";
    private const int Width = 1280;
    private const int Height = 800;
    private const int InboxHeight = 620;
    private const int PhoneWidth = 390;
    private const long LargestBytes = 200_000;
    private const string NewestSql = "select case_id from recognitions order by created_at desc, id limit 1";
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "TalentPortal.EndToEnd.Tests", "Pictures");

    [Fact]
    public async Task PicturesOfTheReadmeAreThereAndSmall()
    {
        if (Environment.GetEnvironmentVariable(Wanted) == "1") await TakeAsync();

        var pictures = Directory.GetFiles(Folder, "*.png");
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"));
        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.Contains(Path.GetFileName(picture), readme, StringComparison.Ordinal));
        Assert.All(pictures, picture => Assert.InRange(new FileInfo(picture).Length, 1, LargestBytes));
    }

    /// <summary>A portal with the cases of the demonstration, and one more that goes all the way.</summary>
    private static async Task TakeAsync()
    {
        var chromium = new ChromiumFixture();
        await chromium.InitializeAsync();
        var portal = new JourneyPortal();
        portal.Settings["Portal:DemoCases"] = "true";
        await portal.InitializeAsync();
        await using (portal)
        {
            await using var visitor = await Visitor.ArriveAsync(portal, chromium, Width, Height);
            await OpenAndShootAsync(visitor, "/", "home");
            await OpenAndShootAsync(visitor, "/services/talent-recognition", "guide");
            await visitor.SignInAsync("office@demo");
            await OpenAndShootAsync(visitor, "/officer?scope=Pool", "inbox");
            var walk = new RecognitionWalk(portal, chromium, Width, Height, ShootAsync);
            await walk.WalkAsync();
            await using var officer = await Visitor.ArriveAsync(portal, chromium, Width, Height);
            await officer.SignInAsync("office@demo");
            await OpenAndShootAsync(officer, $"/officer/cases/{await portal.Database.ScalarAsync(NewestSql)}", "process");
            await walk.UseCardAsync();
        }

        await portal.Database.DisposeAsync();
        await chromium.DisposeAsync();
    }

    private static async Task OpenAndShootAsync(Visitor visitor, string address, string name)
    {
        await visitor.OpenAsync(address);
        await ShootAsync(name, visitor);
    }

    /// <summary>Takes what the screen shows from the top of the page; of a certificate the sheet alone, of a case what a phone shows too.</summary>
    private static async Task ShootAsync(string name, Visitor visitor)
    {
        var page = visitor.Page;
        await page.EvaluateAsync("document.activeElement?.blur(); scrollTo(0, 0)");
        switch (name)
        {
            case "certificate":
                await page.SetViewportSizeAsync(Width, Width);
                await KeepAsync(name, await page.Locator(".tp-cert").ScreenshotAsync());
                break;
            case "case":
                await KeepAsync(name, await page.ScreenshotAsync());
                await page.SetViewportSizeAsync(PhoneWidth, Height);
                await KeepAsync("phone", await page.ScreenshotAsync());
                break;
            case "card" or "till":
                await page.SetViewportSizeAsync(PhoneWidth, Height);
                await KeepAsync(name, await page.ScreenshotAsync());
                break;
            case "process":
                await KeepAsync(name, await page.Locator("#process").ScreenshotAsync());
                break;
            case "inbox":
                await KeepAsync(name, await page.ScreenshotAsync(new PageScreenshotOptions { Clip = new Clip { Width = Width, Height = InboxHeight } }));
                break;
            default:
                await KeepAsync(name, await page.ScreenshotAsync());
                break;
        }

        await page.SetViewportSizeAsync(Width, Height);
    }

    private static Task KeepAsync(string name, byte[] png) => File.WriteAllBytesAsync(Path.Combine(Folder, name + ".png"), FlatPng.Pack(png));
}
