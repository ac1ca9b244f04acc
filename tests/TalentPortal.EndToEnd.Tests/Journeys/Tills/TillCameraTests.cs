using System.Text.Json;
using Microsoft.Playwright;
using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys.Tills;

/// <summary>
/// A till's camera reads by the browser's own reader of codes where there is one that works, else by the portal's, and what the till says is
/// the same. Browsers without a window have none, so one is put into the page.
/// </summary>
[Collection(PortalCollection.Name)]
public sealed class TillCameraTests(JourneyPortal portal, ChromiumFixture chromium)
{
    private const string PortalsReader = "/lib/qr/decode.js";

    private const string Drawing =
        """
        async text => {
          const { default: encodeQR } = await import("/lib/qr/index.js");
          const rows = encodeQR(text, "raw");
          const path = rows.flatMap((row, y) => row.flatMap((dark, x) => dark ? [`M${x} ${y}h1v1h-1z`] : [])).join("");
          document.body.innerHTML = `<svg viewBox="0 0 ${rows.length} ${rows.length}"><path d="${path}"></path></svg>`;
        }
        """;

    // Finds the code in a picture that has dark and light in it, as often as it is asked, which is counted.
    private const string BrowsersReader =
        """
        window.BarcodeDetector = class {
          static async getSupportedFormats() { return WAY === "foreign" ? ["ean_13"] : ["ean_13", "qr_code"]; }
          constructor({ formats }) { this.formats = formats.join(); }
          async detect(video) {
            sessionStorage.asked = Number(sessionStorage.asked ?? 0) + 1;
            if (WAY === "broken") throw new DOMException("The barcode service is not there.", "NotSupportedError");
            const picture = document.createElement("canvas").getContext("2d");
            Object.assign(picture.canvas, { width: video.videoWidth, height: video.videoHeight });
            picture.drawImage(video, 0, 0);
            const greens = picture.getImageData(0, 0, video.videoWidth, video.videoHeight).data.filter((_, place) => place % 4 === 1);
            const isFilmed = greens.some(green => green < 60) && greens.some(green => green > 200);
            return isFilmed && this.formats === "qr_code" ? [{ format: "qr_code", rawValue: CODE }] : [];
          }
        };
        """;

    private readonly Venues venues = new(portal);

    [Fact]
    public async Task TillReadsByTheBrowsersReader_AndByThePortalsWhereThatFails()
    {
        var code = venues.Codes((await new CardHolders(portal).IssueAsync()).CardId)[0];
        var folder = Directory.CreateTempSubdirectory("talent-portal-film-").FullName;
        var phone = new ChromiumFixture(await FilmAsync(code, Path.Combine(folder, "phone.y4m")));
        await phone.InitializeAsync();
        var session = await SignedInAsync(phone);

        var read = await ScanAsync(phone, session, "own", code);
        Assert.True(read.Asked > 0);
        Assert.False(read.ByPortal);
        var broken = await ScanAsync(phone, session, "broken", code);
        Assert.Equal((1, true), (broken.Asked, broken.ByPortal));
        var foreign = await ScanAsync(phone, session, "foreign", code);
        Assert.Equal((0, true), (foreign.Asked, foreign.ByPortal));
        Assert.All([broken, foreign], one => Assert.Equal(read.Told, one.Told));

        await phone.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> FilmAsync(string code, string file)
    {
        var page = await chromium.NewPageAsync(portal.Url);
        await page.GotoAsync("/verify");
        await page.EvaluateAsync(Drawing, code);
        await Film.TakeAsync(page.Locator("svg"), file);
        await page.Context.DisposeAsync();
        return file;
    }

    private async Task<string> SignedInAsync(ChromiumFixture phone)
    {
        await using var staff = await Visitor.ArriveAsync(portal, phone, 390, 844);
        await staff.SignInAsync("venue@demo");
        return await staff.Page.Context.StorageStateAsync();
    }

    /// <summary>Scans what is filmed.</summary>
    /// <returns>How often the browser's reader was asked, whether the portal's was loaded to read, and what the till says.</returns>
    private async Task<(int Asked, bool ByPortal, string Told)> ScanAsync(ChromiumFixture phone, string session, string way, string code)
    {
        await using var staff = await Visitor.ArriveAsync(portal, phone, 390, 844, session);
        await staff.Page.AddInitScriptAsync(BrowsersReader.Replace("WAY", JsonSerializer.Serialize(way), StringComparison.Ordinal)
            .Replace("CODE", JsonSerializer.Serialize(code), StringComparison.Ordinal));
        // What is kept for without network is fetched too; a reader that reads comes as a script.
        var byPortal = false;
        staff.Page.Request += (_, request) => byPortal |= request.ResourceType == "script" && request.Url.EndsWith(PortalsReader, StringComparison.Ordinal);
        await staff.Page.GotoAsync("/venue");
        await staff.Page.Locator("[data-till][data-ready]").WaitForAsync();
        await staff.GoAsync(() => staff.Page.Locator("[data-scan]").ClickAsync());
        await KeptPictures.TakeAsync(staff.Page);
        Assert.Equal(code, await staff.Page.InputValueAsync("form[action*='handler=Redeem'] [name=Code]"));
        var asked = await staff.Page.EvaluateAsync<int>("Number(sessionStorage.asked ?? 0)");
        return (asked, byPortal, await staff.Page.InnerTextAsync("main [role=status] section"));
    }
}
