using System.Net;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Hosting;

public sealed class LibraryAssetTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("tabler/tabler.min.css", "text/css")]
    [InlineData("tabler/tabler.min.js", "text/javascript")]
    [InlineData("tabler-icons/tabler-icons.min.css", "text/css")]
    [InlineData("tabler-icons/fonts/tabler-icons.woff2", "font/woff2")]
    [InlineData("htmx/htmx.min.js", "text/javascript")]
    [InlineData("echarts/echarts.min.js", "text/javascript")]
    [InlineData("qr/decode.js", "text/javascript")]
    public async Task Get_RestoredAsset_IsServedToAnybody(string path, string type)
    {
        using var client = portal.CreateClient();

        using var answer = await client.GetAsync(new Uri($"/lib/{path}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }
}
