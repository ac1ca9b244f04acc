using System.Globalization;
using System.Net;
using TalentPortal.Core.Accounts;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Talent;
using Xunit;

namespace TalentPortal.Web.Tests.Notices;

/// <summary>The talent office records objections and decides them.</summary>
public sealed class ObjectionPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Finding = "We asked the school: he was there.";

    [Fact]
    public async Task Get_NothingObjected_SaysSo()
    {
        await using var empty = new PortalFactory();
        await empty.InitializeAsync();
        using var office = new Browser(empty, await OfficerAsync(empty));

        Assert.Contains("没有异议", await office.TextAsync("/officer/objections"), StringComparison.Ordinal);
        Assert.Contains("没有异议", await office.TextAsync("/officer/objections?decided=true"), StringComparison.Ordinal);
        Assert.Contains("现在没有公示", await office.TextAsync("/officer/notices"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/officer/notices")]
    [InlineData("/officer/objections")]
    public async Task Get_ByTheTown_IsDenied(string path)
    {
        using var town = new Browser(portal, await OfficerAsync(portal, Journey.Town));

        using var answer = await town.GetAsync(path);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.Redirect, HttpStatusCode.NotFound });
        Assert.DoesNotContain("table", await Browser.BodyAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_RecordALetter_FreezesThePersonAndIsListed()
    {
        var (journey, notice, entry) = await RunningAsync();
        using var office = new Browser(portal, await OfficerAsync(portal));

        using var answer = await office.PostAsync($"/officer/notices/{notice}/record",
            ("Input.EntryId", entry.ToString()), ("Input.RaisedOn", await TodayAsync(notice)), ("Input.Content", "A letter of Mo Youfu."));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("Frozen", await journey.ScalarAsync("select status from notice_entries where case_id = $1"));
        var objection = (Guid)(await journey.ScalarAsync("select id from objections where case_id = $1"))!;
        var list = await office.TextAsync("/officer/objections");
        Assert.Contains($"/officer/objections/{objection}", list, StringComparison.Ordinal);
        Assert.Contains("来信来访", list, StringComparison.Ordinal);
        Assert.Contains("剩 10 日", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Record_NamesTodayAndTheOnlyPerson()
    {
        var (_, notice, entry) = await RunningAsync();
        using var office = new Browser(portal, await OfficerAsync(portal));

        var form = await office.TextAsync($"/officer/notices/{notice}/record");

        Assert.Contains($"value=\"{await TodayAsync(notice)}\"", form, StringComparison.Ordinal);
        Assert.Matches($"<option[^>]*value=\"{entry}\"[^>]*selected|<option[^>]*selected[^>]*value=\"{entry}\"", form);
    }

    [Theory]
    [InlineData("2025-12-01", "日期要在公示期内")]
    [InlineData("2030-01-01", "日期要在公示期内")]
    [InlineData("", "tp-errors")]
    [InlineData("not a day", "tp-errors")]
    public async Task Post_RecordWithAWrongDay_IsShownAgainWithWhatWasTyped(string day, string said)
    {
        var (journey, notice, entry) = await RunningAsync();
        using var office = new Browser(portal, await OfficerAsync(portal));

        using var answer = await office.PostAsync($"/officer/notices/{notice}/record",
            ("Input.EntryId", entry.ToString()), ("Input.RaisedOn", day), ("Input.Content", "A letter <i>of</i> Mo Youfu, without a stamp."));

        var body = await Browser.BodyAsync(answer);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(said, body, StringComparison.Ordinal);
        Assert.Contains("without", body, StringComparison.Ordinal);
        Assert.Equal(0L, await journey.ScalarAsync("select count(*) from objections where case_id = $1"));
    }

    [Fact]
    public async Task Get_Details_LeadsToTheTaskOfItsOwnCase()
    {
        var (journey, objection) = await ObjectedAsync();
        await portal.RunJobsAsync();
        using var office = new Browser(portal, await OfficerAsync(portal));

        var page = await office.TextAsync($"/officer/objections/{objection}");

        var task = await journey.OfObjection(objection).ScalarAsync("select id from review_tasks where case_id = $1");
        Assert.Contains($"/officer/tasks/{task}", page, StringComparison.Ordinal);
        Assert.Contains("正在受理", page, StringComparison.Ordinal);
        Assert.Contains("The list of households is not true.", await office.TextAsync($"/officer/tasks/{task}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_DecideWithoutAnswerOrReason_IsShownAgain()
    {
        var (journey, objection) = await ObjectedAsync();
        await journey.InvestigateObjectionAsync(objection);
        using var office = new Browser(portal, await OfficerAsync(portal));
        var task = await TaskAsync(journey, objection);

        using var nothing = await office.PostAsync($"/officer/tasks/{task}", ("Input.Reason", Finding));
        using var noReason = await office.PostAsync($"/officer/tasks/{task}", ("Input.Outcome", "Uphold"));

        var body = await Browser.BodyAsync(nothing);
        Assert.Contains("tp-errors", body, StringComparison.Ordinal);
        Assert.Contains(Finding, body, StringComparison.Ordinal);
        Assert.Contains("tp-errors", await Browser.BodyAsync(noReason), StringComparison.Ordinal);
        Assert.Equal("Open", await journey.ScalarAsync("select status from objections where case_id = $1"));
    }

    [Fact]
    public async Task Post_Dismiss_LetsTheCaseGoOnAndTellsBothSides()
    {
        var (journey, objection) = await ObjectedAsync();
        await journey.InvestigateObjectionAsync(objection);
        using var office = new Browser(portal, await OfficerAsync(portal));

        using var answer = await office.PostAsync($"/officer/tasks/{await TaskAsync(journey, objection)}", ("Input.Outcome", "Dismiss"), ("Input.Reason", Finding));
        await portal.RunJobsAsync();

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("Running", await journey.ScalarAsync("select status from notice_entries where case_id = $1"));
        Assert.Contains($"/officer/objections/{objection}", await office.TextAsync("/officer/objections?decided=true"), StringComparison.Ordinal);
        Assert.Contains(Finding, await office.TextAsync($"/officer/objections/{objection}"), StringComparison.Ordinal);
        using var talent = new Browser(portal, journey.Talent);
        Assert.Contains(Finding, await talent.TextAsync($"/cases/{journey.CaseId}"), StringComparison.Ordinal);
        var author = await journey.ActorAsync((Guid)(await journey.ScalarAsync("select raised_by from objections where case_id = $1"))!);
        using var neighbour = new Browser(portal, author);
        var notice = await journey.ScalarAsync("select notice_id from notice_entries where case_id = $1");
        Assert.Contains(Finding, await neighbour.TextAsync($"/notices/{notice}"), StringComparison.Ordinal);
        Assert.Contains(Finding, await neighbour.TextAsync($"/cases/{objection}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_DecideTwice_SaysThatItIsDecided()
    {
        var (journey, objection) = await ObjectedAsync();
        await journey.InvestigateObjectionAsync(objection);
        using var office = new Browser(portal, await OfficerAsync(portal));
        var path = $"/officer/tasks/{await TaskAsync(journey, objection)}";
        var late = await office.HiddenAsync(path);
        using var first = await office.PostAsync(path, ("Input.Outcome", "Uphold"), ("Input.Reason", Finding));
        await portal.RunJobsAsync();

        using var second = await office.SendAsync(path, late, [("Input.Outcome", "Dismiss"), ("Input.Reason", "No.")]);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.NotEqual(HttpStatusCode.InternalServerError, second.StatusCode);
        Assert.Equal("Upheld", await journey.ScalarAsync("select status from objections where case_id = $1"));
        await journey.AssertEndedAsync("NotAccepted");
    }

    [Fact]
    public async Task Post_Evidence_IsInTheObjectionsFile()
    {
        var (journey, notice, entry) = await RunningAsync();
        using var neighbour = new Browser(portal, await new TestPeople(portal.Services).TalentAsync("Mo Lin"));

        var path = $"/notices/{notice}/object/{entry}";
        using var answer = await neighbour.SendAsync(path, await neighbour.HiddenAsync(path),
            [("Input.Content", "See the picture.")], ("Evidence", "field.png", Forms.Png));
        await portal.RunJobsAsync();

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var objection = (Guid)(await journey.ScalarAsync("select id from objections where case_id = $1"))!;
        Assert.Equal("evidence", await journey.OfObjection(objection).ScalarAsync("select code from case_materials where case_id = $1"));
        using var office = new Browser(portal, await OfficerAsync(portal));
        Assert.Contains("field.png", await office.TextAsync($"/officer/cases/{objection}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_EvidenceThatIsNoPicture_IsRefusedWithASentence()
    {
        var (journey, notice, entry) = await RunningAsync();
        using var neighbour = new Browser(portal, await new TestPeople(portal.Services).TalentAsync("Mo Lin"));

        var path = $"/notices/{notice}/object/{entry}";
        using var answer = await neighbour.SendAsync(path, await neighbour.HiddenAsync(path),
            [("Input.Content", "See the picture.")], ("Evidence", "field.png", "no picture"u8.ToArray()));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("tp-errors", await Browser.BodyAsync(answer), StringComparison.Ordinal);
        Assert.Equal(0L, await journey.ScalarAsync("select count(*) from objections where case_id = $1"));
    }

    [Fact]
    public async Task Post_LeadsWithoutAName_AreRegisteredUntilThereAreTooMany()
    {
        var (journey, notice, entry) = await RunningAsync();
        using var somebody = new Browser(portal);
        using var office = new Browser(portal, await OfficerAsync(portal));
        var path = $"/notices/{notice}/lead/{entry}";

        using var empty = await somebody.PostAsync(path, ("Input.Content", " "));
        using var first = await somebody.PostAsync(path, ("Input.Content", "Ask <b>at the mill</b>."));
        var last = first.StatusCode;
        for (var sent = 2; sent <= 6 && last is HttpStatusCode.Redirect; sent++)
        {
            using var more = await somebody.PostAsync(path, ("Input.Content", "Ask again."));
            last = more.StatusCode;
        }

        Assert.Contains("tp-errors", await Browser.BodyAsync(empty), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        var list = await office.HtmlAsync("/officer/objections/leads");
        Assert.Contains("at the mill", list, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>at the mill", list, StringComparison.Ordinal);
        Assert.Equal("Running", await journey.ScalarAsync("select status from notice_entries where case_id = $1"));
    }

    [Fact]
    public async Task Get_UnknownObjection_IsNotFound()
    {
        using var office = new Browser(portal, await OfficerAsync(portal));

        using var answer = await office.GetAsync($"/officer/objections/{Guid.NewGuid()}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<Guid> TaskAsync(Journey journey, Guid objection) => (Guid)(await journey.OfObjection(objection).ScalarAsync(
        "select id from review_tasks where case_id = $1 and status in ('Open', 'Claimed')"))!;

    private static Task<Actor> OfficerAsync(PortalFactory portal, string userName = Journey.Office) =>
        new TestPeople(portal.Services).DemoAsync(userName);

    private async Task<string> TodayAsync(Guid notice) =>
        ((DateOnly)(await portal.Database.ScalarAsync("select starts_on from public_notices where id = $1", notice))!).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<(Journey Journey, Guid Notice, Guid Entry)> RunningAsync()
    {
        var journey = await Journey.BeginAsync(portal);
        await journey.DecideAsync(Journey.Village, "recommend", "Recommend");
        var notice = (Guid)(await journey.ScalarAsync("select notice_id from notice_entries where case_id = $1"))!;
        return (journey, notice, await journey.EntryAsync());
    }

    private async Task<(Journey Journey, Guid Objection)> ObjectedAsync()
    {
        var (journey, _, _) = await RunningAsync();
        var raised = await journey.ObjectAsync(await new TestPeople(portal.Services).TalentAsync());
        return (journey, raised.Value);
    }
}
