using Microsoft.Playwright;
using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.TestCommon;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Pictures;

/// <summary>Takes the pictures of README.md: <c>bash tests/pictures.sh</c>. Without that, it only looks whether they are there.</summary>
[Collection(PortalCollection.Name)]
public sealed class ReadmePicturesTests(JourneyPortal portal, ChromiumFixture chromium)
{
    private const string Wanted = "TALENTPORTAL_PICTURES";
    private const long LargestBytes = 2_000_000;
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "TalentPortal.EndToEnd.Tests", "Pictures");

    [Fact]
    public async Task PicturesOfTheReadmeAreThereAndSmall()
    {
        if (Environment.GetEnvironmentVariable(Wanted) == "1") await TakeAsync();

        var pictures = Directory.GetFiles(Folder, "*.png");
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"));
        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.Contains(Path.GetFileName(picture), readme, StringComparison.Ordinal));
        Assert.True(pictures.Sum(picture => new FileInfo(picture).Length) < LargestBytes);
    }

    private async Task TakeAsync()
    {
        await using var atDesk = await Visitor.ArriveAsync(portal, chromium, width: 1280, height: 720);
        await ShootAsync(atDesk, "/", "home");
        await using var onPhone = await Visitor.ArriveAsync(portal, chromium, width: 390, height: 780);
        await ShootAsync(onPhone, "/account/register", "register-phone");
    }

    private static async Task ShootAsync(Visitor visitor, string address, string name)
    {
        await visitor.OpenAsync(address);
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png") });
    }
}
