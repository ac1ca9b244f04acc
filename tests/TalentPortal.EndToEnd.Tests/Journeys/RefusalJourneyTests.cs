using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>A refusal that says why, how the points came about, and what can be done.</summary>
[Collection(PortalCollection.Name)]
public sealed class RefusalJourneyTests(JourneyPortal portal, ChromiumFixture chromium)
{
    // Somebody of another town, who works there and applies for herself.
    private const string Applicant = "town2@demo";
    private const string Shortfall = "30 分，不到初级的 60 分。差在技能、带动和培训。";

    [Fact]
    public async Task ApplicantIsRefusedWithReasons()
    {
        var journey = await Journey.BeginAsync(portal, by: Applicant);
        portal.Confidences.Keep(journey.CitizenId);
        portal.Confidences.Keep(Journey.Phone);
        portal.Names.Add(Shortfall);
        await journey.ReachCompilationAsync(points: 5);
        var number = (string)(await journey.ScalarAsync("select number from cases where id = $1"))!;

        await OfficeRefusesAsync();
        await ApplicantReadsTheRefusalAsync(number);
        await journey.AssertEndedAsync("Refused");
    }

    /// <summary>The talent office sees that the points reach no level, forgets the reason, and refuses with one.</summary>
    private async Task OfficeRefusesAsync()
    {
        await using var officer = await new Officers(portal, chromium).TakeAsync(Journey.Office);
        await Officers.ChooseAsync(officer, "Refuse");
        await officer.PressAsync(".tp-sign button");
        Assert.True(await officer.Page.Locator(".tp-errors a[href='#Input_Reason']").CountAsync() > 0);
        await officer.TypeAsync("Input.Reason", Shortfall);
        await officer.LookAsync();
        await officer.PressAsync(".tp-sign button");
        await officer.StandAtAsync("/officer");
    }

    private async Task ApplicantReadsTheRefusalAsync(string number)
    {
        await using var applicant = await Visitor.ArriveAsync(portal, chromium);
        await applicant.OpenMailAsync(Applicant, "没有通过");
        var mail = await applicant.Page.InnerTextAsync("main");
        Assert.Contains($"/cases/{number}", mail, StringComparison.Ordinal);
        Assert.Contains("复核", mail, StringComparison.Ordinal);
        await applicant.SignInAsync(Applicant);
        await applicant.OpenAsync($"/cases/{number}");
        var text = await applicant.Page.InnerTextAsync("main");
        Assert.Contains("这次没有通过", text, StringComparison.Ordinal);
        Assert.Contains(Shortfall, text, StringComparison.Ordinal);
        Assert.Contains("可在收到通知后向区人才办申请复核", text, StringComparison.Ordinal);
        Assert.Equal("30", await applicant.Page.InnerTextAsync("#score [data-total]"));
        Assert.Equal(0, await applicant.Page.Locator("main a[href$='/withdraw']").CountAsync());
        await applicant.OpenAsync($"/cases/{number}/days");
        await using var onPhone = await Visitor.ArriveAsync(portal, chromium, width: 390, height: 844);
        await onPhone.SignInAsync(Applicant);
        await onPhone.OpenAsync($"/cases/{number}");
        await onPhone.ReadEnglishAsync();
    }
}
