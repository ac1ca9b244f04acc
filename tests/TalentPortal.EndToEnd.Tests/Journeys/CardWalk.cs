using Microsoft.Playwright;
using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.TestCommon;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>
/// Somebody who was recognised gets the card that is offered, shows it at a garden, and is let in free; the use is taken back by two,
/// and everybody reads so: the till, the month's statement, the holder.
/// </summary>
/// <param name="portal">Where the recognition was made.</param>
/// <param name="chromium">With which browser.</param>
/// <param name="width">Of everybody's screen.</param>
/// <param name="height">Likewise.</param>
/// <param name="camera">Told the name of a view and who has it, at the moments worth a picture.</param>
internal sealed class CardWalk(JourneyPortal portal, ChromiumFixture chromium, int width, int height, Func<string, Visitor, Task> camera)
{
    private const string Till = "/venue?at=ys-venue-garden";
    private const string Benefit = "景区免票";
    private const string Why = "游客改到明天来。";

    // Level: rural, intermediate. Four visits a year.
    private const string AllLeft = "剩 4 次";
    private const string OneLess = "剩 3 次";

    /// <summary>Walks all of it.</summary>
    public async Task WalkAsync()
    {
        await using var talent = await Visitor.ArriveAsync(portal, chromium, width, height);
        await talent.SignInAsync(Applicant.Address, Applicant.Password);
        await ApplyAsync(talent);
        await IssueAsync();
        var code = await ShowAsync(talent);
        await camera("card", talent);
        var film = Path.Combine(Directory.CreateTempSubdirectory("talent-portal-film-").FullName, "phone.y4m");
        await Film.TakeAsync(code, film);
        await ScanAndTakeBackAsync(film);
        Directory.Delete(Path.GetDirectoryName(film)!, recursive: true);
        await talent.OpenAsync("/cards");
        Assert.Contains(AllLeft, await talent.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    /// <summary>The card is offered; most of the form is filled in already.</summary>
    private static async Task ApplyAsync(Visitor talent)
    {
        await talent.OpenAsync("/cards");
        await talent.PressAsync("main form[action*='/applications/start/talent-card'] button");
        Assert.Equal(Applicant.Name, await talent.Page.InputValueAsync("[name='person.name']"));
        await talent.TypeAsync("person.citizenId", Applicant.CitizenId);
        await talent.TypeAsync("person.phone", Applicant.Phone);
        await talent.UploadAsync("portrait", "近期照片.png",
            await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "seed-data", "demo", "portrait.png")));
        await NextAsync(talent, "/form/bases");
        Assert.NotEmpty(await talent.Page.InputValueAsync("[name=certificate]"));
        await NextAsync(talent, "/form/consents");
        await talent.ChooseAsync("venueScenic", "true");
        await talent.ChooseAsync("commitment", "true");
        await NextAsync(talent, "/check");
        await talent.ChooseAsync("consent", "true");
        await talent.PressAsync("main form button.btn-primary");
        await talent.StandAtAsync("/receipt");
    }

    private async Task IssueAsync()
    {
        var officers = new Officers(portal, chromium, width, height);
        await officers.DecideAsync("office@demo", "Accept", "本人到场，照片与证件一致。",
            chosen: new Dictionary<string, string>(StringComparer.Ordinal) { ["photoMatches"] = "true", ["groundChecked"] = "true" });
        await officers.DecideQuicklyAsync("office@demo", "Approve");
    }

    /// <summary>The card is on the phone once the portal has issued it.</summary>
    /// <returns>The code that is drawn.</returns>
    private static async Task<ILocator> ShowAsync(Visitor talent)
    {
        var drawn = talent.Page.Locator("[data-code] path");
        await talent.Page.GotoAsync("/cards/show");
        for (var look = 0; look < 100 && await drawn.CountAsync() == 0; look++)
        {
            await talent.Page.WaitForTimeoutAsync(100);
            await talent.Page.ReloadAsync();
        }

        await talent.LookAsync();
        return talent.Page.Locator("svg[data-code-from]");
    }

    /// <summary>A venue's phone, whose camera sees the holder's.</summary>
    private async Task ScanAndTakeBackAsync(string film)
    {
        var phone = new ChromiumFixture(film);
        await phone.InitializeAsync();
        await using (var staff = await Visitor.ArriveAsync(portal, phone, width, height))
        {
            await staff.SignInAsync("venue@demo");
            await UseAsync(staff);
            await TakeBackAsync(staff);
        }

        await phone.DisposeAsync();
    }

    /// <summary>The till says what the card has, and no more; a code serves once.</summary>
    private async Task UseAsync(Visitor staff)
    {
        await staff.OpenAsync(Till);
        await staff.GoAsync(() => staff.Page.Locator("[data-scan]").ClickAsync());
        await staff.LookAsync();
        var seen = await staff.Page.InnerTextAsync("main");
        Assert.Contains(AllLeft, seen, StringComparison.Ordinal);
        Assert.DoesNotContain(Applicant.Name, seen, StringComparison.Ordinal);
        await camera("till", staff);
        var read = await staff.Page.InputValueAsync("form[action*='handler=Redeem'] [name=Code]");
        await staff.PressAsync("form[action*='handler=Redeem'] button");
        Assert.Contains(OneLess, await staff.Page.InnerTextAsync("[data-banner]"), StringComparison.Ordinal);
        await staff.TypeAsync("Code", read);
        await staff.GoAsync(() => staff.Page.Locator("[name=Code]").First.PressAsync("Enter"));
        await staff.LookAsync();
        Assert.Equal(1, await staff.Page.Locator(".tp-note[data-kind=warn]:visible").CountAsync());
    }

    /// <summary>Staff asks, the manager agrees; the statement of the month counts the use no longer.</summary>
    private async Task TakeBackAsync(Visitor staff)
    {
        await staff.Page.Locator("details:has(form[action*='handler=Ask']) summary").First.ClickAsync();
        await staff.TypeAsync("reason", Why);
        await staff.PressAsync("form[action*='handler=Ask'] button");
        await using var manager = await Visitor.ArriveAsync(portal, chromium, width, height);
        await manager.SignInAsync("partner@demo");
        await manager.OpenAsync(Till);
        Assert.Contains(Why, await manager.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await manager.PressAsync("form[action*='handler=Decide'] button[value=true]");
        await manager.OpenAsync("/venue/statement?at=ys-venue-garden");
        var cells = await manager.Page.Locator("main table tbody tr", new PageLocatorOptions { HasText = Benefit }).First.Locator("td.num").AllInnerTextsAsync();
        Assert.Equal(["0", "1"], cells.Take(2));
    }

    private static async Task NextAsync(Visitor talent, string next)
    {
        await talent.PressAsync("button[name=go][value=next].btn-primary");
        await talent.StandAtAsync(next);
    }
}
