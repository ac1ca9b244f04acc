using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Data;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Web.Tests.Talent;

/// <summary>From the start of a draft to its receipt.</summary>
public sealed class ApplicationTests(FormPortal portal) : IClassFixture<FormPortal>
{
    [Theory]
    [InlineData("/applications/start/talent-consultation")]
    [InlineData("/cases")]
    [InlineData("/talent")]
    public async Task Get_AsVisitor_AsksToSignIn(string path)
    {
        using var browser = new Browser(portal);
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/signin", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_StartTwiceWithOneId_BeginsOneDraft()
    {
        using var browser = await SignedInAsync();
        var hidden = await browser.HiddenAsync("/applications/start/talent-consultation");
        using var first = await browser.SendAsync("/applications/start/talent-consultation", hidden, []);
        using var second = await browser.SendAsync("/applications/start/talent-consultation", hidden, []);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
    }

    [Fact]
    public async Task Post_StartForSomebodyElse_WantsItsGround()
    {
        using var browser = await SignedInAsync();
        using var without = await browser.PostAsync("/applications/start/talent-consultation?handler=Other", ("OnBehalfBasis", "x"));
        Assert.Contains("Please state the basis", await Browser.BodyAsync(without), StringComparison.Ordinal);
        using var with = await browser.PostAsync("/applications/start/talent-consultation?handler=Other", ("OnBehalfBasis", "Letter of 1 March 2026"));
        Assert.Contains("Letter of 1 March 2026", await browser.TextAsync(with.Headers.Location!.OriginalString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_BlankPage_SaysWhatIsMissingBesideEachField()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "talent-consultation");
        using var answer = await browser.PostAsync(form + "/request", ("title", "Half a page"));
        var page = await Browser.BodyAsync(answer);
        Assert.Contains("tp-errors", page, StringComparison.Ordinal);
        Assert.Contains("id=\"details-e\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Half a page\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Half a page\"", await browser.TextAsync(form + "/request"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FirstPage_AnnouncesWhatIsKnownAndWritesNothing()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "talent-consultation");
        var page = await browser.TextAsync(form + "/contact");
        Assert.Contains("value=\"Qin Xiaohe\"", page, StringComparison.Ordinal);
        Assert.Contains("From your account", page, StringComparison.Ordinal);
        Assert.Equal("{}", (await RowAsync(Forms.KeyOf(form))).Answers);
    }

    [Fact]
    public async Task Post_TenMegabytesInATextField_SaysSoAndKeepsTheRest()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "talent-consultation");
        var hidden = await browser.HiddenAsync(form + "/request");
        using var answer = await browser.SendAsync(form + "/request", hidden, [("title", "Kept"), ("details", new string('x', 10 * 1024 * 1024))]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("At most 2\u2009000 characters", await Browser.BodyAsync(answer), StringComparison.Ordinal);
        Assert.Contains("value=\"Kept\"", await browser.TextAsync(form + "/request"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FortyMegabytes_LeadsBackWithASentence()
    {
        using var browser = await SignedInAsync();
        var form = await Forms.StartAsync(browser, "talent-consultation");
        var hidden = await browser.HiddenAsync(form + "/request");
        using var answer = await browser.SendAsync(form + "/request", hidden, [], ("attachments", "big.pdf", new byte[40 * 1024 * 1024]));
        Assert.Equal(form + "/request", answer.Headers.Location!.OriginalString);
        Assert.Contains("is over 32 MB", await browser.TextAsync(form + "/request"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_CheckWithoutConsent_AsksForIt()
    {
        using var browser = await SignedInAsync();
        var id = await Forms.FilledAsync(browser);
        using var answer = await browser.PostAsync($"/applications/{id}/check");
        Assert.Contains("id=\"consent-e\"", await Browser.BodyAsync(answer), StringComparison.Ordinal);
        Assert.Equal(ApplicationStatus.Draft, (await RowAsync(id)).Status);
    }

    [Fact]
    public async Task Post_CheckOfAnUnfinishedDraft_LinksToWhatIsMissing()
    {
        using var browser = await SignedInAsync();
        var id = Forms.KeyOf(await Forms.StartAsync(browser, "talent-consultation"));
        using var answer = await browser.PostAsync($"/applications/{id}/check", ("consent", "true"));
        var page = await Browser.BodyAsync(answer);
        Assert.Contains($"/applications/{id}/form/request?check=true#title", page, StringComparison.Ordinal);
        Assert.Contains("id=\"title-e\"", await browser.TextAsync($"/applications/{id}/form/request?check=true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_CheckTwiceWithOneId_HandsInOnce()
    {
        using var browser = await SignedInAsync();
        var id = await Forms.FilledAsync(browser);
        var hidden = await browser.HiddenAsync($"/applications/{id}/check");
        using var first = await browser.SendAsync($"/applications/{id}/check", hidden, [("consent", "true")]);
        using var second = await browser.SendAsync($"/applications/{id}/check", hidden, [("consent", "true")]);
        Assert.Equal($"/applications/{id}/receipt", first.Headers.Location!.OriginalString);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        var page = await browser.TextAsync($"/applications/{id}/receipt");
        Assert.Contains("450311-RC320001-20260302-", page, StringComparison.Ordinal);
        Assert.Contains("9 March", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SomebodyElsesDraft_IsNotFound()
    {
        using var author = await SignedInAsync();
        var form = await Forms.StartAsync(author, "talent-consultation");
        var id = Forms.KeyOf(form);
        using var other = await SignedInAsync();
        foreach (var path in (string[])[form, $"/applications/{id}/check", $"/applications/{id}/receipt", $"/cases/{id}", $"/cases/{id}/withdraw"])
        {
            using var answer = await other.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("/form/request")]
    [InlineData("/form/request?handler=Autosave")]
    [InlineData("/form/request?handler=Upload&material=attachment")]
    [InlineData("/form/request?handler=AddRow&rows=x")]
    [InlineData("/form/request?handler=RemoveRow&rows=x&row=0")]
    [InlineData("/form/request?handler=RemoveFile")]
    [InlineData("/form/request?handler=Reuse")]
    [InlineData("/check")]
    public async Task Post_SomebodyElsesDraft_IsNotFound(string path)
    {
        using var author = await SignedInAsync();
        var id = Forms.KeyOf(await Forms.StartAsync(author, "talent-consultation"));
        using var other = await SignedInAsync();
        var hidden = await other.HiddenAsync("/applications/start/talent-consultation");
        using var answer = await other.SendAsync($"/applications/{id}{path}", hidden, Forms.Request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("{}", (await RowAsync(id)).Answers);
    }

    private async Task<Browser> SignedInAsync() => new(portal, await new TestPeople(portal.Services).TalentAsync(), "en");

    private async Task<Application> RowAsync(Guid id)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Applications.AsNoTracking().SingleAsync(a => a.CaseId == id);
    }
}
