using System.Net;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Talent;
using Xunit;

namespace TalentPortal.Web.Tests.Catalogue;

public sealed class CatalogueTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Get_Home_OffersTheServicesAndTheShortTestAndTheNotices()
    {
        using var browser = new Browser(portal, language: "en");
        var page = await browser.TextAsync("/");
        Assert.Contains("Recognition of rural talent", page, StringComparison.Ordinal);
        Assert.Contains("A few questions for", page, StringComparison.Ordinal);
        Assert.Contains("Public notices", page, StringComparison.Ordinal);
        Assert.Contains("Check a certificate", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_List_NamesEveryItemWithItsDays()
    {
        using var browser = new Browser(portal, language: "en");
        var page = await browser.TextAsync("/services");
        Assert.Contains("Recognition of rural talent", page, StringComparison.Ordinal);
        Assert.Contains("Express line for talent", page, StringComparison.Ordinal);
        Assert.Contains("5 working days", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rural", "Recognition of rural talent", "Express line")]
    [InlineData("RC320001", "Express line", "Recognition of rural talent")]
    public async Task Get_ListWithWords_ShowsWhatHoldsThem(string words, string found, string left)
    {
        using var browser = new Browser(portal, language: "en");
        var page = await browser.TextAsync("/services?q=" + words);
        Assert.Contains(found, page, StringComparison.Ordinal);
        Assert.DoesNotContain(left, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ListWithScript_SaysThatNothingWasFoundAndRunsNothing()
    {
        using var browser = new Browser(portal, language: "en");
        var html = await browser.HtmlAsync("/services?q=%3Cscript%3Ealert(1)%3C/script%3E");
        Assert.Contains("Nothing found", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Guide_TellsTheFactsAndMarksWhatNobodyConfirmed()
    {
        using var browser = new Browser(portal, language: "en");
        var page = await browser.TextAsync("/services/talent-recognition");
        Assert.Contains("30 working days *", page, StringComparison.Ordinal);
        Assert.Contains("Outside the promised time", page, StringComparison.Ordinal);
        Assert.Contains("demonstration defaults", page, StringComparison.Ordinal);
        Assert.Contains("ask the talent office to re-check", page, StringComparison.Ordinal);
        Assert.DoesNotContain("administrative review", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_GuideInBothLanguages_KeepsThemApart()
    {
        using var english = new Browser(portal, language: "en");
        using var chinese = new Browser(portal);
        Assert.Contains("Who may apply", await english.TextAsync("/services/talent-consultation"), StringComparison.Ordinal);
        Assert.DoesNotContain("Who may apply", await chinese.TextAsync("/services/talent-consultation"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/services/no-such-item")]
    [InlineData("/services/no-such-item/check")]
    public async Task Get_UnknownItem_IsNotFound(string path)
    {
        using var browser = new Browser(portal);
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("2015-01-01", "1980-05-05", "true", "You meet the conditions we can check here", "Not yet eligible")]
    [InlineData("2025-06-01", "1980-05-05", "true", "Not yet eligible", "Some things are still open")]
    public async Task Post_Check_SaysWhy(string startedOn, string birthOn, string clean, string said, string notSaid)
    {
        using var browser = new Browser(portal, language: "en");
        using var answer = await browser.PostAsync(
            "/services/talent-recognition/check", ("startedOn", startedOn), ("birthOn", birthOn), ("noMisconduct", clean));
        var page = await Browser.BodyAsync(answer);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain(notSaid, page, StringComparison.Ordinal);
        Assert.Contains("years of rural work", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_CheckWithUnreadableDate_KeepsWhatWasTyped()
    {
        using var browser = new Browser(portal, language: "en");
        using var answer = await browser.PostAsync("/services/talent-recognition/check", ("startedOn", "some day <b>"), ("birthOn", "1980-05-05"));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("some day &lt;b&gt;", html, StringComparison.Ordinal);
        Assert.Contains("tp-errors", html, StringComparison.Ordinal);
    }
}
