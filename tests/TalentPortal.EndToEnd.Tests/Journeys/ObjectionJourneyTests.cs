using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>A notice runs, a neighbour objects, one person is frozen and goes on.</summary>
public sealed class ObjectionJourneyTests(JourneyPortal portal, ChromiumFixture chromium) : IClassFixture<JourneyPortal>, IClassFixture<ChromiumFixture>
{
    private const string Talent = "talent@demo";
    private const string Neighbour = "neighbour@people.test";
    private const string Password = "Osmanthus-hill-73";
    private const string Finding = "人才办到学校和村委核实：任教时间有聘书和工资表为证，异议不成立。";

    [Fact]
    public async Task ObjectionFreezesOnePersonUntilItIsRefusedAndThePeriodGoesOn()
    {
        var (journey, other) = (await Journey.BeginAsync(portal, by: Talent), await Journey.BeginAsync(portal));
        foreach (var typed in new[] { journey.CitizenId, other.CitizenId, Journey.Phone }) portal.Confidences.Keep(typed);
        await other.DecideAsync(Journey.Village, "recommend", "Recommend");
        await journey.ReachTownAsync();
        await other.GoOnToDistrictNoticeAsync();
        await journey.GoOnToDistrictNoticeAsync();
        var number = (string)(await journey.ScalarAsync("select number from cases where id = $1"))!;
        var entry = await journey.EntryAsync();
        var notice = (Guid)(await portal.Database.ScalarAsync("select notice_id from notice_entries where id = $1", entry))!;

        await NeighbourObjectsAsync(notice, entry);
        await OfficeRecordsALetterAsync(notice, entry);
        await ApplicantReadsAsync(number, "核查");

        // Two days later the officer refuses both objections with reasons; the period goes on.
        await LetDaysPassAsync(2);
        await OfficeRefusesBothAsync(journey);
        Assert.Equal("InNotice", await journey.StatusAsync());
        await ApplicantReadsAsync(number, Finding);
        await NeighbourReadsTheFindingAsync(notice);

        await LetDaysPassAsync(5);
        await ApplicantReadsAsync(number, "办好了");
        await other.AssertEndedAsync("Approved");
        await journey.AssertEndedAsync("Approved");
    }

    private async Task NeighbourObjectsAsync(Guid notice, Guid entry)
    {
        await using var neighbour = await Visitor.ArriveAsync(portal, chromium);
        await RegisterAsync(neighbour);
        await neighbour.OpenAsync("/notices");
        await neighbour.PressAsync($"main a[href$='/notices/{notice}']");
        await neighbour.PressAsync($"main a[href$='/object/{entry}']");
        await neighbour.PressAsync("main form button.btn-primary");
        Assert.True(await neighbour.Page.Locator(".tp-errors").CountAsync() > 0);
        await neighbour.TypeAsync("Input.Content", "公示说他从 2010 年起一直在村里教书，我记得 2014 年到 2016 年他不在，请核实。");
        await neighbour.PressAsync("main form button.btn-primary");
        await neighbour.StandAtAsync($"/notices/{notice}");
        Assert.Contains("核查中", await neighbour.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await neighbour.OpenAsync($"/notices/{notice}/object/{entry}");
        await neighbour.TypeAsync("Input.Content", "再说一次。");
        await neighbour.PressAsync("main form button.btn-primary");
        Assert.Contains("已经收到", await neighbour.Page.InnerTextAsync(".tp-errors"), StringComparison.Ordinal);
    }

    /// <summary>A letter came too; the officer first mistakes its day.</summary>
    private async Task OfficeRecordsALetterAsync(Guid notice, Guid entry)
    {
        await using var officer = await ComeAsync(Journey.Office);
        await officer.OpenAsync("/officer/objections");
        await officer.PressAsync("main a[href$='/officer/notices']");
        await officer.PressAsync($"main a[href$='/officer/notices/{notice}/record']");
        await officer.ChooseAsync("Input.EntryId", entry.ToString());
        await officer.TypeAsync("Input.RaisedOn", "2026-01-02");
        await officer.TypeAsync("Input.Content", "村民莫有福来信：说论文不是本人写的，附有篇名。");
        await officer.PressAsync("main form button.btn-primary");
        Assert.True(await officer.Page.Locator(".tp-errors a[href='#Input_RaisedOn']").CountAsync() > 0);
        var today = (DateOnly)(await portal.Database.ScalarAsync("select starts_on from public_notices where id = $1", notice))!;
        await officer.TypeAsync("Input.RaisedOn", today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await officer.PressAsync("main form button.btn-primary");
        await officer.StandAtAsync("/officer/objections");
        Assert.Equal(2, await officer.Page.Locator("main tbody tr").CountAsync());
    }

    /// <summary>Each objection has a case of its own: the first goes over the desk in a browser, the other one beside it.</summary>
    private async Task OfficeRefusesBothAsync(Journey journey)
    {
        await portal.RunJobsAsync();
        await using var officer = await ComeAsync(Journey.Office);
        await officer.OpenAsync("/officer/objections");
        var first = (await officer.Page.Locator("main tbody a[href*='/officer/objections/']").First.GetAttributeAsync("href"))!.Split('/')[^1];
        await officer.OpenAsync($"/officer/objections/{first}");
        await officer.PressAsync("main a.btn-primary[href*='/officer/tasks/']");
        await Officers.ChooseAsync(officer, "Accept");
        await officer.PressAsync(".tp-sign button");
        Assert.True(await officer.Page.Locator(".tp-errors").CountAsync() > 0);
        await officer.ChooseAsync("investigator", Officers.Investigator["investigator"]);
        await officer.PressAsync(".tp-sign button");

        var objection = Guid.Parse(first);
        var other = (Guid)(await journey.ScalarAsync($"select id from objections where case_id = $1 and id <> '{objection}'"))!;
        await journey.OfObjection(objection).DecideAsync(Journey.Department, "investigate", "Reported", "已到学校核对聘书和工资表。");
        await journey.InvestigateObjectionAsync(other);
        foreach (var one in new[] { objection, other }) await journey.OfObjection(one).DecideAsync(Journey.Office, "conclude", "Dismiss", Finding);
        await portal.RunJobsAsync();

        await officer.OpenAsync("/officer/objections?decided=true");
        Assert.Equal(2, await officer.Page.Locator("main tbody tr").CountAsync());
        await officer.PressAsync("main tbody a[href*='/officer/objections/']");
        Assert.Contains(Finding, await officer.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task ApplicantReadsAsync(string number, string said)
    {
        foreach (var (width, height) in new[] { (1366, 768), (390, 844) })
        {
            await using var talent = await Visitor.ArriveAsync(portal, chromium, width, height);
            await talent.SignInAsync(Talent);
            await talent.OpenAsync($"/cases/{number}");
            Assert.Contains(said, await talent.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        }
    }

    private async Task NeighbourReadsTheFindingAsync(Guid notice)
    {
        await using var neighbour = await Visitor.ArriveAsync(portal, chromium, width: 390, height: 844);
        await neighbour.OpenMailAsync(Neighbour, "没有通过：公示异议");
        await neighbour.SignInAsync(Neighbour, Password);
        await neighbour.OpenAsync($"/notices/{notice}");
        Assert.Contains(Finding, await neighbour.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task LetDaysPassAsync(int workingDays)
    {
        await using var visitor = await Visitor.ArriveAsync(portal, chromium);
        await visitor.LetWorkingDaysPassAsync(workingDays);
    }

    private async Task<Visitor> ComeAsync(string userName)
    {
        var visitor = await Visitor.ArriveAsync(portal, chromium);
        await visitor.SignInAsync(userName);
        return visitor;
    }

    private static async Task RegisterAsync(Visitor neighbour)
    {
        await neighbour.OpenAsync("/account/register");
        await neighbour.TypeAsync("Input.Email", Neighbour);
        await neighbour.TypeAsync("Input.DisplayName", "莫邻");
        await neighbour.TypeAsync("Input.Password", Password);
        await neighbour.PressAsync("main button[type=submit]");
        await neighbour.OpenMailAsync(Neighbour);
        await neighbour.PressAsync("main a[href*='/account/confirm']");
        await neighbour.PressAsync("main button[type=submit]");
        await neighbour.SignInAsync(Neighbour, Password);
    }
}
