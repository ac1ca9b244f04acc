using System.Net;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Talent;
using Xunit;

namespace TalentPortal.Web.Tests.Notices;

/// <summary>What anybody reads of notices, and how somebody objects.</summary>
public sealed class NoticePagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Protest = "He was away from 2014 to 2016 <b>as everybody knows</b>.";

    [Fact]
    public async Task Get_NoNotices_SaysWhatWillBeThere()
    {
        await using var empty = new PortalFactory();
        await empty.InitializeAsync();
        using var reader = new Browser(empty);

        Assert.Contains("现在没有公示", await reader.TextAsync("/notices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NoticeRuns_NamesThePersonAndNothingPersonal()
    {
        var (journey, notice, entry) = await RunningAsync();
        using var reader = new Browser(portal);

        var board = await reader.TextAsync("/notices");
        var page = await reader.TextAsync($"/notices/{notice}");

        Assert.Contains($"/notices/{notice}", board, StringComparison.Ordinal);
        Assert.Contains("Qin Xiaohe", page, StringComparison.Ordinal);
        Assert.Contains("公示中", page, StringComparison.Ordinal);
        Assert.Contains($"/object/{entry}", page, StringComparison.Ordinal);
        foreach (var secret in new[] { journey.CitizenId, journey.CitizenId[^4..], Journey.Phone })
            Assert.DoesNotContain(secret, page.Replace(notice.ToString(), "", StringComparison.Ordinal).Split("SHA-256")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Archive_FindsByTownAndYearAndTakesSignsAsTheyAre()
    {
        var (_, notice, _) = await RunningAsync();
        using var reader = new Browser(portal);
        var year = ((DateOnly)(await portal.Database.ScalarAsync("select starts_on from public_notices where id = $1", notice))!).Year;

        Assert.Contains($"/notices/{notice}", await reader.TextAsync("/notices?q=" + Uri.EscapeDataString("雁山镇")), StringComparison.Ordinal);
        Assert.Contains($"/notices/{notice}", await reader.TextAsync(FormattableString.Invariant($"/notices?year={year}&q=Yanshan")), StringComparison.Ordinal);
        foreach (var nothing in new[] { "%25", "_", "%5C", "Zhemu" })
            Assert.Contains("没有找到这样的公示", await reader.TextAsync("/notices?q=" + nothing), StringComparison.Ordinal);
        foreach (var odd in new[] { "year=1", "year=99999", "year=x", "q=%00", "after=x" })
            Assert.Contains($"/notices/{notice}", await reader.TextAsync("/notices?" + odd), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_UnknownNotice_IsNotFound()
    {
        using var reader = new Browser(portal);

        using var answer = await reader.GetAsync($"/notices/{Guid.NewGuid()}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_ObjectAsAVisitor_LeadsToTheDoor()
    {
        var (_, notice, entry) = await RunningAsync();
        using var visitor = new Browser(portal);

        using var answer = await visitor.GetAsync($"/notices/{notice}/object/{entry}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/signin", answer.Headers.Location!.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Post_Object_IsShownToItsAuthorOnceAndCannotBeRepeated()
    {
        var (journey, notice, entry) = await RunningAsync();
        using var neighbour = new Browser(portal, await new TestPeople(portal.Services).TalentAsync("Mo Lin"));
        var form = $"/notices/{notice}/object/{entry}";
        var hidden = await neighbour.HiddenAsync(form);

        using var first = await neighbour.SendAsync(form, hidden, [("Input.Content", Protest)]);
        using var again = await neighbour.SendAsync(form, hidden, [("Input.Content", Protest)]);
        using var second = await neighbour.PostAsync(form, ("Input.Content", "Once more."));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Contains("您的异议已经收到", await Browser.BodyAsync(second), StringComparison.Ordinal);
        Assert.Equal(1L, await journey.ScalarAsync("select count(*) from objections where case_id = $1"));
        var html = await neighbour.HtmlAsync($"/notices/{notice}");
        Assert.DoesNotContain("<b>as everybody", html, StringComparison.Ordinal);
        Assert.DoesNotContain(form, html, StringComparison.Ordinal);
        Assert.Contains("核查中", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        using var stranger = new Browser(portal);
        Assert.DoesNotContain("everybody knows", await stranger.TextAsync($"/notices/{notice}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ObjectWithoutWords_IsShownAgain()
    {
        var (journey, notice, entry) = await RunningAsync();
        using var neighbour = new Browser(portal, await new TestPeople(portal.Services).TalentAsync());

        using var answer = await neighbour.PostAsync($"/notices/{notice}/object/{entry}", ("Input.Content", " "));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("tp-errors", await Browser.BodyAsync(answer), StringComparison.Ordinal);
        Assert.Equal(0L, await journey.ScalarAsync("select count(*) from objections where case_id = $1"));
    }

    [Fact]
    public async Task Post_ObjectToOneself_IsRefusedWithASentence()
    {
        var (journey, notice, entry) = await RunningAsync();
        using var talent = new Browser(portal, journey.Talent);

        using var answer = await talent.PostAsync($"/notices/{notice}/object/{entry}", ("Input.Content", Protest));

        var body = await Browser.BodyAsync(answer);
        Assert.Contains("公示的就是您本人", body, StringComparison.Ordinal);
        Assert.Contains("as everybody knows", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ObjectToSomebodyOfAnotherNotice_IsNotFound()
    {
        var (_, notice, _) = await RunningAsync();
        var (_, _, foreign) = await RunningAsync();
        using var neighbour = new Browser(portal, await new TestPeople(portal.Services).TalentAsync());

        using var answer = await neighbour.GetAsync($"/notices/{notice}/object/{foreign}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_CaseWithAnObjection_TellsTheApplicantWhyItStandsButNotWhoObjected()
    {
        var (journey, notice, entry) = await RunningAsync();
        using var neighbour = new Browser(portal, await new TestPeople(portal.Services).TalentAsync("Mo Lin"));
        using var sent = await neighbour.PostAsync($"/notices/{notice}/object/{entry}", ("Input.Content", Protest));
        using var talent = new Browser(portal, journey.Talent);

        var page = await talent.TextAsync($"/cases/{journey.CaseId}");

        Assert.Contains("异议核查中", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Mo Lin", page, StringComparison.Ordinal);
        Assert.DoesNotContain("everybody knows", page, StringComparison.Ordinal);
    }

    /// <summary>A village's notice, which runs soonest.</summary>
    private async Task<(Journey Journey, Guid Notice, Guid Entry)> RunningAsync()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.DecideAsync(Journey.Village, "recommend", "Recommend");
        var notice = (Guid)(await journey.ScalarAsync("select notice_id from notice_entries where case_id = $1"))!;
        return (journey, notice, await journey.EntryAsync());
    }
}
