using System.Globalization;
using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>
/// A recognition through the pages alone that is supplemented, reaches the district's notice, is frozen by an objection, and ends in a
/// refusal with reasons.
/// </summary>
public sealed class DisputedRecognitionTests(JourneyPortal portal, ChromiumFixture chromium) : IClassFixture<JourneyPortal>, IClassFixture<ChromiumFixture>
{
    private const string Address = "qin.xiaohe@people.test";
    private const string Neighbour = "town2@demo";
    private const string Finding = "到果园丈量并查合同：面积不足材料所写的一半，异议成立。";

    private readonly Officers officers = new(portal, chromium);

    [Fact]
    public async Task SupplementedFrozenAndRefused()
    {
        var talent = new Applicant(await Visitor.ArriveAsync(portal, chromium), Address);
        await talent.RegisterAsync();
        await talent.CheckEligibilityAsync();
        await talent.FillInAsync();
        await talent.SubmitAsync();
        await officers.DecideAsync("village@demo", "Recommend", "情况属实，村民代表会议同意推荐。", entered: Officers.Vote);
        await talent.Visitor.LetWorkingDaysPassAsync(4);
        await TownAsksAsync();
        await SupplyAsync(talent);
        await ReviewAsync();
        await ObjectAsync(await NoticeAsync(talent));
        await talent.ReadCaseAsync();
        Assert.Contains("核查", await talent.Visitor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await UpholdAsync();
        await ReadRefusalAsync(talent);
        await talent.Visitor.DisposeAsync();
    }

    private async Task TownAsksAsync()
    {
        await using var officer = await officers.TakeAsync("town@demo");
        await Officers.ChooseAsync(officer, "Supplement");
        await officer.ChooseAsync("Input.Gaps[0].Target", "field:achievements");
        await officer.TypeAsync("Input.Gaps[0].Note", "请写清近三年的产量和销路。");
        await officer.TypeAsync("Input.Reason", "补齐就可以接着办。");
        await officer.PressAsync(".tp-sign button");
        await officer.StandAtAsync("/officer");
    }

    private static async Task SupplyAsync(Applicant talent)
    {
        await talent.Visitor.OpenMailAsync(Address, "请补正");
        await talent.ReadCaseAsync();
        await talent.Visitor.PressAsync("main a[href$='/supplement']");
        await talent.Visitor.TypeAsync("achievements", "近三年年产 40 万斤上下，七成由合作社统一卖到桂林和长沙。");
        await talent.Visitor.PressAsync("main button.btn-primary");
        Assert.DoesNotContain("/supplement", talent.Visitor.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>Everybody from the town to the leading group lets it pass.</summary>
    private async Task ReviewAsync()
    {
        await officers.DecideAsync("town@demo", "Pass", "补齐了，已核实。", Officers.Points);
        await officers.DecideAsync("department@demo", "Pass", "符合中级条件。", Officers.Points);
        for (var number = 1; number <= 6; number++)
            await officers.DecideQuicklyAsync(string.Create(CultureInfo.InvariantCulture, $"joint{number}@demo"), "NoObjection");
        Assert.Equal(3, await officers.ScoreAsync());
        await officers.DecideAsync("office@demo", "Propose", "建议认定为中级。");
        await officers.DecideAsync("leader@demo", "Approve", "同意。");
    }

    private static async Task<string> NoticeAsync(Applicant talent)
    {
        await talent.ReadCaseAsync();
        return (await talent.Visitor.Page.Locator("main a[href*='/notices/']").First.GetAttributeAsync("href"))!;
    }

    /// <summary>Somebody from the next town finds the name on the notice, and objects.</summary>
    private async Task ObjectAsync(string notice)
    {
        await using var neighbour = await Visitor.ArriveAsync(portal, chromium);
        await neighbour.SignInAsync(Neighbour);
        await neighbour.OpenAsync(notice);
        await neighbour.PressAsync("main a[href*='/object/']");
        await neighbour.TypeAsync("Input.Content", "果园有一半早就转给别人种了，请核实。");
        await neighbour.PressAsync("main form button.btn-primary");
        await neighbour.StandAtAsync(notice);
    }

    /// <summary>The objection goes its own way over three desks; its result reaches the recognition by itself.</summary>
    private async Task UpholdAsync()
    {
        await portal.RunJobsAsync();
        await officers.DecideAsync("office@demo", "Accept", "情况具体，予以受理。", chosen: Officers.Investigator);
        await officers.DecideAsync("department@demo", "Reported", "已到果园丈量，查了流转合同。");
        await officers.DecideAsync("office@demo", "Uphold", Finding);
        await portal.RunJobsAsync();
    }

    private static async Task ReadRefusalAsync(Applicant talent)
    {
        await talent.Visitor.OpenMailAsync(Address, "没有通过");
        await talent.ReadCaseAsync();
        var text = await talent.Visitor.Page.InnerTextAsync("main");
        Assert.Contains("这次没有通过", text, StringComparison.Ordinal);
        Assert.Contains(Finding, text, StringComparison.Ordinal);
        Assert.Contains("可在收到通知后向区人才办申请复核", text, StringComparison.Ordinal);
        Assert.Equal(1, await talent.Visitor.Page.Locator("#score [data-total]").CountAsync());
    }
}
