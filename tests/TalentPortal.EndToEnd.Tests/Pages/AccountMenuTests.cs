using TalentPortal.EndToEnd.Tests.Browsing;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Pages;

/// <summary>
/// The menu of whoever is signed in is called what stands on it. Checkers cut Chinese into words, and cut a name otherwise where other words
/// follow it: so no account's name may stand in a sentence beside what is seen.
/// </summary>
[Collection(PortalCollection.Name)]
public sealed class AccountMenuTests(JourneyPortal portal, ChromiumFixture chromium)
{
    private const string Rule = "label-content-name-mismatch";
    private const string Seen = "document.querySelector('.tp-menu-name').textContent";
    private const string Manager = "廖负责人";

    [Fact]
    public async Task Menu_OfAnyAccount_InBothLanguages_IsCalledWhatStandsOnIt()
    {
        await using var manager = await Visitor.ArriveAsync(portal, chromium);
        await manager.SignInAsync("partner@demo");
        var page = manager.Page;
        foreach (var (language, called) in new[] { ("zh-CN", "账户： " + Manager), ("en", "Account: " + Manager) })
        {
            await manager.SpeakAsync(language);
            await page.GotoAsync("/account");
            Assert.Equal(Manager, await page.EvaluateAsync<string>(Seen));
            Assert.Empty(await PageCheck.FaultsOfRuleAsync(page, Rule));
            Assert.Contains(called, await page.Locator("header").First.AriaSnapshotAsync(), StringComparison.Ordinal);
            foreach (var name in (string[])["桂林市雁山区文化广电体育和旅游局英才卡合作单位业务联系人", "O’Brien (Guilin) & Söhne GmbH — Betriebsleitung der Zweigstelle"])
            {
                await page.EvaluateAsync($"name => {Seen} = name", name);
                Assert.Empty(await PageCheck.FaultsOfRuleAsync(page, Rule));
                Assert.Empty(await PageCheck.FaultsOfWidthAsync(page));
            }
        }

        // The rule sees what it is meant to see.
        await page.EvaluateAsync("name => document.querySelector('.tp-menu summary:has(.tp-menu-name)').ariaLabel = name", Manager);
        Assert.NotEmpty(await PageCheck.FaultsOfRuleAsync(page, Rule));
    }
}
