using System.Globalization;
using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>One list of gaps, and a clock that stands still until it is answered.</summary>
[Collection(PortalCollection.Name)]
public sealed class SupplementJourneyTests(JourneyPortal portal, ChromiumFixture chromium)
{
    private const string Talent = "talent@demo";

    [Fact]
    public async Task ApplicantSuppliesWhatIsMissing()
    {
        var journey = await Journey.BeginAsync(portal, by: Talent);
        portal.Confidences.Keep(journey.CitizenId);
        portal.Confidences.Keep(Journey.Phone);
        await journey.ReachTownAsync();
        var number = (string)(await journey.ScalarAsync("select number from cases where id = $1"))!;

        await TownAsksOnceForEverythingAsync();
        await ApplicantSuppliesAsync(number);
        Assert.Equal("InReview", await journey.StatusAsync());
    }

    /// <summary>The town's officer lists two gaps at once, one of a field and one of a material.</summary>
    private async Task TownAsksOnceForEverythingAsync()
    {
        await using var officer = await new Officers(portal, chromium).TakeAsync(Journey.Town);
        await Officers.ChooseAsync(officer, "Supplement");
        await officer.PressAsync(".tp-sign button");
        Assert.True(await officer.Page.Locator(".tp-errors a[href='#Input_Gaps']").CountAsync() > 0);

        await officer.ChooseAsync("Input.Gaps[0].Target", "field:achievements");
        await officer.TypeAsync("Input.Gaps[0].Note", "请写清近三年教学成果，至少一项有文件可查。");
        await officer.Page.Locator("[data-rows='Input.Gaps'] [data-row-add]").ClickAsync();
        await officer.ChooseAsync("Input.Gaps[1].Target", "material:certificateCopy");
        await officer.TypeAsync("Input.Gaps[1].Note", "职称证书查不到，请上传复印件。");
        await officer.TypeAsync("Input.Reason", "两项一起补齐就可以接着办。");
        await officer.LookAsync();
        await officer.PressAsync(".tp-sign button");
        await officer.StandAtAsync("/officer");
    }

    /// <summary>The applicant gets the mail, sees why the clock stands, forgets something, and answers.</summary>
    private async Task ApplicantSuppliesAsync(string number)
    {
        await using var talent = await Visitor.ArriveAsync(portal, chromium);
        await talent.OpenMailAsync(Talent, "请补正");
        Assert.Contains($"/cases/{number}/supplement", await talent.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await talent.SignInAsync(Talent);
        await talent.OpenAsync("/cases");
        var used = await UsedDaysAsync(talent, number);
        await talent.LetWorkingDaysPassAsync(2);
        Assert.Equal(used, await UsedDaysAsync(talent, number));
        Assert.Contains("等您补正", await talent.Page.InnerTextAsync(".tp-note[data-kind=pause]"), StringComparison.Ordinal);
        await talent.OpenAsync($"/cases/{number}/days");
        Assert.Equal(2, await talent.Page.Locator("main tbody tr", new() { HasText = "停表" }).CountAsync());
        await talent.OpenAsync($"/cases/{number}/withdraw");

        await talent.OpenAsync($"/cases/{number}");
        await talent.PressAsync("main a[href$='/supplement']");
        await talent.PressAsync("main button.btn-primary");
        Assert.True(await talent.Page.Locator(".tp-errors").CountAsync() > 0);
        await talent.TypeAsync("achievements", "2024 年获桂林市乡村教师教学设计一等奖，带的班连续三年全镇第一。");
        var picture = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "seed-data", "demo", "photos.png"));
        await talent.UploadAsync("materials.certificateCopy", "一级教师证书.png", picture);
        await talent.LookAsync();
        await talent.PressAsync("main button.btn-primary");
        Assert.DoesNotContain("/supplement", talent.Page.Url, StringComparison.Ordinal);
        Assert.Contains("从停下的地方继续办", await talent.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        // The day on which it goes on counts again.
        Assert.Equal(used + 1, await UsedDaysAsync(talent, number));
    }

    /// <summary>How many working days the case page says are used.</summary>
    private static async Task<int> UsedDaysAsync(Visitor talent, string number)
    {
        await talent.OpenAsync($"/cases/{number}");
        return int.Parse((await talent.Page.Locator("progress.tp-progress").GetAttributeAsync("value"))!, CultureInfo.InvariantCulture);
    }
}
