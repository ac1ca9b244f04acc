using System.Net;
using System.Net.Http.Headers;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Catalogue;

public sealed class GuideCacheTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Guide = "/services/talent-recognition";

    [Fact]
    public async Task Get_GuideWithoutCookies_IsDrawnOnceALanguage()
    {
        var chinese = await GetAsync(Guide, "zh-CN");
        var english = await GetAsync(Guide, "en");
        var again = await GetAsync(Guide, "zh-CN");
        Assert.True(again.IsKept);
        Assert.Equal(chinese.Body, again.Body);
        Assert.NotEqual(chinese.Body, english.Body);
        Assert.Contains("""<html lang="en""", english.Body, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", again.ContentPolicy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_GuideWithAPreference_IsAPageOfItsOwn()
    {
        await GetAsync(Guide, "zh-CN");
        var dark = await GetAsync(Guide, "zh-CN", cookie: "tp-theme=dark");
        Assert.False(dark.IsKept);
        Assert.Contains("""data-bs-theme="dark" """.TrimEnd(), dark.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("""data-bs-theme="dark" """.TrimEnd(), (await GetAsync(Guide, "zh-CN")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_GuideWithAQuery_IsNotTheKeptPage()
    {
        await GetAsync(Guide, "zh-CN");
        var queried = await GetAsync(Guide + "?from=poster", "zh-CN");
        Assert.False(queried.IsKept);
        Assert.Contains("from=poster", queried.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_UnknownGuide_IsNotFoundTwice()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/services/nothing", "en")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/services/nothing", "en")).Status);
    }

    private async Task<Answer> GetAsync(string path, string language, string? cookie = null)
    {
        using var client = portal.CreateDefaultClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var response = await client.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Age is not null,
            string.Join(' ', response.Headers.GetValues("Content-Security-Policy")));
    }

    private sealed record Answer(HttpStatusCode Status, string Body, bool IsKept, string ContentPolicy);
}
