using System.Net;
using System.Text.RegularExpressions;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Web.Tests.Talent;

/// <summary>Files of a draft, and who may look at them.</summary>
public sealed partial class FileTests(FormPortal portal) : IClassFixture<FormPortal>
{
    [Fact]
    public async Task Post_Upload_AnswersWithItsRowAndStandsOnThePage()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "talent-consultation");
        using var answer = await UploadAsync(browser, form, "photo.png", Forms.Png);
        Assert.Contains("photo.png", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("photo.png", await browser.TextAsync(form + "/request"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_UploadOfTooMuchOrOfAnotherKind_AnswersWithASentence()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "talent-consultation");
        using var big = await UploadAsync(browser, form, "big.png", new byte[11 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.BadRequest, big.StatusCode);
        Assert.Contains("10 MB", await big.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var other = await UploadAsync(browser, form, "page.html", "<html></html>"u8.ToArray());
        Assert.Equal("text/plain", other.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
    }

    [Fact]
    public async Task Post_PageWithFile_TakesItWithoutScript()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "talent-consultation");
        var hidden = await browser.HiddenAsync(form + "/request");
        using var answer = await browser.SendAsync(form + "/request", hidden, Forms.Request, ("attachments", "plain.png", Forms.Png));
        Assert.EndsWith("/form/contact", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("plain.png", await browser.TextAsync(form + "/request"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_RemoveFile_TakesItOffAndOffersItAgain()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "talent-consultation");
        var id = await MaterialAsync(browser, form);
        using var removed = await browser.PostAsync(form + "/request?handler=RemoveFile", ("file", id), ("title", "Still typed"));
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        var page = await browser.TextAsync(form + "/request");
        Assert.DoesNotContain($"data-file=\"{id}\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Still typed\"", page, StringComparison.Ordinal);
        using var reused = await browser.PostAsync(form + "/request?handler=Reuse", ("reuse", id));
        Assert.Contains($"data-file=\"{id}\"", await browser.TextAsync(form + "/request"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Material_ShowsItToItsOwnerAlone()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "talent-consultation");
        var id = await MaterialAsync(browser, form);
        using var own = await browser.GetAsync($"/materials/{id}");
        Assert.Equal(Forms.Png, await own.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", own.Content.Headers.ContentType?.MediaType);
        Assert.Contains("frame-ancestors 'self'", own.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains($"/materials/{id}", await browser.TextAsync($"/materials/{id}/preview"), StringComparison.Ordinal);
        using var other = await SignedInAsync();
        foreach (var path in (string[])[$"/materials/{id}", $"/materials/{id}/preview"])
        {
            using var answer = await other.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static async Task<string> MaterialAsync(Browser browser, string form)
    {
        using var answer = await UploadAsync(browser, form, "photo.png", Forms.Png);
        return Key().Match(await answer.Content.ReadAsStringAsync()).Groups["id"].Value;
    }

    private static async Task<HttpResponseMessage> UploadAsync(Browser browser, string form, string name, byte[] bytes)
    {
        var hidden = await browser.HiddenAsync(form + "/request");
        return await browser.SendAsync(form + "/request?handler=Upload&material=attachment", hidden, [], ("attachments", name, bytes));
    }

    private async Task<Browser> SignedInAsync() => new(portal, await new TestPeople(portal.Services).TalentAsync(), "en");

    [GeneratedRegex("data-file=\"(?<id>[0-9a-f-]{36})\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}
