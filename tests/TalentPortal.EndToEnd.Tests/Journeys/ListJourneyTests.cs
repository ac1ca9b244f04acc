using Microsoft.Playwright;
using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>A list by keyboard alone: its rows, its help, its columns, and the sheet that leaves the portal.</summary>
[Collection(PortalCollection.Name)]
public sealed class ListJourneyTests(JourneyPortal portal, ChromiumFixture chromium)
{
    [Fact]
    public async Task LeaderMovesThroughTheCasesByKeysChoosesColumnsAndTakesTheListOut()
    {
        var talent = await new TestPeople(portal.Services).TalentAsync();
        for (var number = 0; number < 2; number++) await new Consultations(portal).SubmitAsync(talent);
        await using var office = await Visitor.ArriveAsync(portal, chromium);
        await office.SignInAsync(Journey.Office);
        await office.OpenAsync("/leader/cases");
        var page = office.Page;

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("下一行、上一行");
        await office.LookAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("tbody tr").Nth(1).GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        var first = page.Locator("tbody tr").First.GetByRole(AriaRole.Link);
        await Assertions.Expect(first).ToBeFocusedAsync();

        var columns = page.Locator("details.tp-menu:has(input[name=column])");
        await columns.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await columns.Locator("input[value=town]").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("j");
        await office.PressAsync("details.tp-menu:has(input[name=column]) button");
        Assert.Equal(6, await page.Locator("thead th").CountAsync());

        var export = page.Locator("details.tp-menu:has(#purpose)");
        await export.Locator("summary").ClickAsync();
        await office.LookAsync();
        await export.Locator("select").SelectOptionAsync("Meeting");
        var download = await page.RunAndWaitForDownloadAsync(() => export.Locator("button").ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(export.Locator("select")).ToBeHiddenAsync();

        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("o");
        await page.WaitForURLAsync("**/officer/cases/*");
    }
}
