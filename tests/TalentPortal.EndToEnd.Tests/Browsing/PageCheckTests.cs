using Xunit;
using Xunit.Sdk;

namespace TalentPortal.EndToEnd.Tests.Browsing;

[Collection(PortalCollection.Name)]
public sealed class PageCheckTests(JourneyPortal portal, ChromiumFixture chromium)
{
    private const string Faulty = """
        <!doctype html>
        <html lang="en">
        <head><title>A page</title></head>
        <body>
          <main><h1>A page</h1><p>雁山</p><p>林江</p><img src="data:," width="20" height="20"><p style="width: 4000px">Wide</p></main>
        </body>
        </html>
        """;

    [Fact]
    public async Task AssertAsync_PageWithFaults_NamesEachOfThem()
    {
        var page = await chromium.NewPageAsync(portal.Url);
        await page.SetContentAsync(Faulty);

        var fault = await Assert.ThrowsAsync<TrueException>(() => PageCheck.AssertAsync(page, ["林江"]));

        Assert.Contains("image-alt", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Chinese on an English page: 雁山", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("林江", fault.Message, StringComparison.Ordinal);
        Assert.Contains("wider than the screen", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FaultsOfAxeAsync_SoundPageThatGetsAFault_NamesIt()
    {
        var page = await chromium.NewPageAsync(portal.Url);
        await page.SetContentAsync("""<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>Case 1</h1></main></body></html>""");
        Assert.Empty(await PageCheck.FaultsOfAxeAsync(page));
        var sound = await SoundShapes.OfAsync(page);

        await page.EvaluateAsync("document.querySelector('h1').textContent = 'Case 2'");
        Assert.Equal(sound, await SoundShapes.OfAsync(page));
        await page.EvaluateAsync("document.querySelector('h1').textContent = ''");
        Assert.Contains(await PageCheck.FaultsOfAxeAsync(page), fault => fault.StartsWith("empty-heading", StringComparison.Ordinal));
        await page.EvaluateAsync("document.querySelector('h1').textContent = 'Case 3'");
        await page.EvaluateAsync("document.querySelector('h1').style.color = '#eee'");
        Assert.Contains(await PageCheck.FaultsOfAxeAsync(page), fault => fault.StartsWith("color-contrast", StringComparison.Ordinal));
    }
}
