using Xunit;

namespace TalentPortal.EndToEnd.Tests.Browsing;

[Collection(PortalCollection.Name)]
public sealed class ChromiumFixtureTests(JourneyPortal portal, ChromiumFixture chromium)
{
    [Fact]
    public async Task NewPageAsync_PortalOnKestrel_ShowsWhatItAnswers()
    {
        var page = await chromium.NewPageAsync(portal.Url);

        var answer = await page.GotoAsync("/health/ready");

        Assert.Equal(200, answer!.Status);
        Assert.Equal("Healthy", await page.InnerTextAsync("body"));
    }
}
