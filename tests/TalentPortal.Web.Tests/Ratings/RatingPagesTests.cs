using System.Net;
using TalentPortal.Core.Accounts;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Talent;
using Xunit;

namespace TalentPortal.Web.Tests.Ratings;

/// <summary>An applicant rates, officers of another hand deal with a bad word, and those who had a hand in the case find out nowhere.</summary>
public sealed class RatingPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly RatedCases cases = new(portal);
    private readonly TestPeople people = new(portal.Services);

    [Fact]
    public async Task Rate_FromTheCase_IsAskedOnceAndThanked()
    {
        var asked = await cases.AskAsync();
        using var talent = new Browser(portal, asked.Talent);
        Assert.Contains($"/ratings/{asked.Id}?level=5", await talent.TextAsync($"/cases/{asked.Number}"), StringComparison.Ordinal);
        Assert.Contains("有 1 件办结的事等您评价", await talent.TextAsync("/cases"), StringComparison.Ordinal);
        Assert.Contains("请选一项", await talent.TextAsync($"/ratings/{asked.Id}"), StringComparison.Ordinal);
        Assert.Contains("办事效率高", await talent.TextAsync($"/ratings/{asked.Id}?level=5"), StringComparison.Ordinal);

        using var answer = await talent.PostAsync($"/ratings/{asked.Id}?level=5", ("Input.Tags", "quick"), ("level", "5"), ("Input.Comment", ""));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var given = await talent.TextAsync($"/ratings/{asked.Id}");
        Assert.Contains("非常满意", given, StringComparison.Ordinal);
        Assert.Contains("办事效率高", given, StringComparison.Ordinal);
        Assert.DoesNotContain("提交评价", given, StringComparison.Ordinal);
        Assert.Contains("看我的评价", await talent.TextAsync($"/cases/{asked.Number}"), StringComparison.Ordinal);
        using var second = await talent.SendAsync($"/ratings/{asked.Id}", await talent.HiddenAsync($"/ratings/{asked.Id}"), [("level", "1"), ("Input.Comment", "No.")]);
        Assert.Equal("5", (await portal.Database.ScalarAsync("select level::text from ratings where case_id = $1", asked.Id))!);
    }

    [Fact]
    public async Task Rate_BadlyWithoutAReason_IsShownAgainWithTheErrorAtTheField()
    {
        var asked = await cases.AskAsync();
        using var talent = new Browser(portal, asked.Talent, "en");

        using var answer = await talent.PostAsync($"/ratings/{asked.Id}?level=1", ("level", "1"), ("Input.Tags", "slow"), ("Input.Comment", " "));

        var body = WebUtility.HtmlDecode(await Browser.BodyAsync(answer));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Please tell what happened, so that it can be put right.", body, StringComparison.Ordinal);
        Assert.Contains("tp-errors", body, StringComparison.Ordinal);
        Assert.Matches("value=\"slow\"[^>]*checked|checked[^>]*value=\"slow\"", body);
    }

    [Fact]
    public async Task BadRating_TheOfficerWhoDecided_FindsItNowhere()
    {
        var bad = await cases.BadAsync();
        var reference = (string)(await portal.Database.ScalarAsync("select number from cases where id = $1", bad.Id))!;
        using var officer = new Browser(portal, bad.Officer);
        using var office = new Browser(portal, await people.DemoAsync("office@demo"));
        Assert.DoesNotContain(reference, await officer.TextAsync("/officer/ratings"), StringComparison.Ordinal);
        using var direct = await officer.GetAsync($"/officer/ratings/{bad.Id}");
        Assert.Equal(HttpStatusCode.NotFound, direct.StatusCode);
        var file = await officer.TextAsync($"/officer/cases/{bad.CaseId}");
        Assert.DoesNotContain(reference, file, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody answered for weeks.", file, StringComparison.Ordinal);
        Assert.DoesNotContain($"/officer/ratings/{bad.Id}", file, StringComparison.Ordinal);

        var listed = await office.TextAsync($"/officer/ratings/{bad.Id}");

        Assert.Contains("Nobody answered for weeks.", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(bad.Number, listed, StringComparison.Ordinal);
        Assert.DoesNotContain(bad.CaseId.ToString(), listed, StringComparison.Ordinal);
        Assert.DoesNotContain(RatedCases.Phone, listed, StringComparison.Ordinal);
        using var asCase = await office.GetAsync($"/officer/cases/{bad.Id}");
        Assert.Equal(HttpStatusCode.NotFound, asCase.StatusCode);
    }

    [Fact]
    public async Task BadRating_ThroughThePages_IsTakenHeardPutRightAndRatedOnceMore()
    {
        var colleague = await people.OfficerAsync(PortalRole.TownReviewer, RatedCases.Town);
        var bad = await cases.BadAsync();
        var page = $"/officer/ratings/{bad.Id}";
        using var handler = new Browser(portal, colleague);
        Assert.Contains(page, await handler.TextAsync("/officer/ratings"), StringComparison.Ordinal);
        await DoneAsync(handler, page, "Take");
        using var without = await handler.PostAsync($"{page}?handler=Show", ("Input.Reason", ""));
        Assert.DoesNotContain(RatedCases.Phone, await Browser.BodyAsync(without), StringComparison.Ordinal);
        using var shown = await handler.PostAsync($"{page}?handler=Show", ("Input.Reason", "First call"));
        Assert.Contains(RatedCases.Phone, await Browser.BodyAsync(shown), StringComparison.Ordinal);
        Assert.DoesNotContain(RatedCases.Phone, await handler.TextAsync(page), StringComparison.Ordinal);
        using var noWords = await handler.PostAsync($"{page}?handler=Contact", ("Input.On", Today()), ("Input.Way", "Phone"), ("Input.Reached", "true"), ("Input.Note", ""));
        Assert.Contains("tp-errors", await Browser.BodyAsync(noWords), StringComparison.Ordinal);
        await DoneAsync(handler, page, "Contact", ("Input.On", Today()), ("Input.Way", "Phone"), ("Input.Reached", "true"), ("Input.Note", "He waited long."));
        await DoneAsync(handler, page, "Rectify", ("Input.Result", "We answer within two days now."));

        using var rater = new Browser(portal, bad.Talent);
        Assert.Contains("We answer within two days now.", await rater.TextAsync($"/ratings/{bad.Id}"), StringComparison.Ordinal);
        using var again = await rater.PostAsync($"/ratings/{bad.Id}", ("level", "4"), ("Input.Comment", "Better."));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Contains("Better.", await handler.TextAsync(page), StringComparison.Ordinal);
        Assert.Contains(bad.Id.ToString(), await handler.TextAsync("/officer/ratings?view=Closed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appeal_ThroughThePages_IsDecidedByTheTalentOffice()
    {
        var colleague = await people.OfficerAsync(PortalRole.TownReviewer, RatedCases.Town);
        var bad = await cases.BadAsync();
        var page = $"/officer/ratings/{bad.Id}";
        using var handler = new Browser(portal, colleague);
        using var office = new Browser(portal, await people.DemoAsync("office@demo"));
        await DoneAsync(handler, page, "Take");
        await DoneAsync(handler, page, "Appeal", ("Input.AppealReason", "He never was here."), ("Input.AppealEvidence", "The visitors' book."));
        Assert.DoesNotContain("Input.Upheld", await handler.HtmlAsync(page), StringComparison.Ordinal);
        Assert.Contains(page, await office.TextAsync("/officer/ratings?view=Appealed"), StringComparison.Ordinal);
        using var undecided = await office.PostAsync($"{page}?handler=Decide", ("Input.Finding", "We read it."));
        Assert.Contains("请选一项裁定", WebUtility.HtmlDecode(await Browser.BodyAsync(undecided)), StringComparison.Ordinal);
        await DoneAsync(office, page, "Decide", ("Input.Upheld", "true"), ("Input.Finding", "We read the book."));

        using var rater = new Browser(portal, bad.Talent);
        var told = await rater.TextAsync($"/ratings/{bad.Id}");
        Assert.Contains("申诉成立", told, StringComparison.Ordinal);
        Assert.Contains("We read the book.", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("town@demo", "/officer/ratings/figures")]
    [InlineData("leader@demo", "/leader/ratings")]
    public async Task Figures_BeforeAQuarterIsOver_SayWhen(string who, string path)
    {
        using var reader = new Browser(portal, await people.DemoAsync(who));
        Assert.Contains("季度结束", await reader.TextAsync(path), StringComparison.Ordinal);
        Assert.Contains("季度结束", await reader.TextAsync(path + "?quarter=nonsense"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_OfAQuarterThatIsOver_AreATableWithBars()
    {
        await using var own = new PortalFactory();
        await own.InitializeAsync();
        var rated = new RatedCases(own);
        var officer = await new TestPeople(own.Services).OfficerAsync(PortalRole.TownReviewer, RatedCases.Town);
        foreach (var level in new[] { 5, 5, 4, 3 }) Assert.True((await rated.GiveAsync(await rated.AskAsync(officer: officer), level)).Succeeded);
        await rated.BadAsync(officer: officer);
        own.Clock.Advance(TimeSpan.FromDays(92));
        officer = (await new TestPeople(own.Services).OfficerAsync(PortalRole.TownReviewer, RatedCases.Town));
        using var town = new Browser(own, officer, "en");
        using var leader = new Browser(own, await new TestPeople(own.Services).DemoAsync("leader@demo"), "en");
        foreach (var html in new[] { await town.TextAsync("/officer/ratings/figures"), await leader.TextAsync("/leader/ratings") })
        {
            Assert.Contains("80%", html, StringComparison.Ordinal);
            Assert.Contains("<progress class=\"tp-progress\" max=\"1\" value=\"0.8\"", html, StringComparison.Ordinal);
            Assert.Contains("0%", html, StringComparison.Ordinal);
        }
    }

    private string Today() => TalentPortal.Web.Presentation.Texts.DisplayFormat.Machine(
        new TalentPortal.Core.Calendar.PortalTimeZone(portal.Clock).Today);

    private static async Task DoneAsync(Browser browser, string page, string handler, params (string Name, string Value)[] fields)
    {
        using var answer = await browser.PostAsync($"{page}?handler={handler}", fields);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{handler}: {WebUtility.HtmlDecode(await Browser.BodyAsync(answer))}");
    }
}
