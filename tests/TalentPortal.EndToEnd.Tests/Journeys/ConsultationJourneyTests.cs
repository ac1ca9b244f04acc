using TalentPortal.EndToEnd.Tests.Browsing;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>The whole of a question in English: asked, taken, answered and read.</summary>
[Collection(PortalCollection.Name)]
public sealed class ConsultationJourneyTests(JourneyPortal portal, ChromiumFixture chromium)
{
    private const string Answer = "Please bring the lease of your land; everything else we know already.";

    [Fact]
    public async Task QuestionIsAskedTakenAnsweredAndClosed()
    {
        // A farmer who reads English asks a question.
        await using var farmer = await Visitor.ArriveAsync(portal, chromium);
        await ComeAsync(farmer, "talent@demo");
        var path = await AskAsync(farmer);

        // The talent office takes it, and answers.
        await using var officer = await Visitor.ArriveAsync(portal, chromium);
        await ComeAsync(officer, "office@demo");
        await officer.OpenAsync("/officer");
        await DecideAsync(officer, path, "Accept", reason: "");
        await farmer.OpenAsync(path);
        await DecideAsync(officer, path, "Answered", Answer);

        // The farmer reads the answer, and the case is closed.
        await farmer.OpenAsync(path);
        Assert.Contains(Answer, await farmer.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await farmer.OpenAsync("/cases");
        await farmer.OpenAsync(path + "/days");
    }

    /// <summary>Signs in, which brings the account's own language, and chooses English.</summary>
    private static async Task ComeAsync(Visitor visitor, string userName)
    {
        await visitor.SignInAsync(userName);
        await visitor.OpenAsync("/");
        await visitor.ReadEnglishAsync();
    }

    /// <summary>Fills the form in, hands it in, and hands back where its case is read.</summary>
    private static async Task<string> AskAsync(Visitor farmer)
    {
        await farmer.OpenAsync("/services/talent-consultation");
        await farmer.PressAsync("main a[href$='/applications/start/talent-consultation']");
        await farmer.PressAsync("main form button.btn-primary");
        await farmer.PressAsync("button[name=go][value=next].btn-primary");
        Assert.True(await farmer.Page.Locator(".tp-errors").CountAsync() > 0);
        await farmer.ChooseAsync("kind", "question");
        await farmer.ChooseAsync("topic", "recognition");
        await farmer.TypeAsync("title", "Which papers do I need");
        await farmer.TypeAsync("details", "I grow mandarins on 38 mu and want to be recognised this year.");
        await farmer.LookAsync();
        await farmer.PressAsync("button[name=go][value=next].btn-primary");
        await farmer.StandAtAsync("/form/contact");
        await farmer.ChooseAsync("acceptedBy", "talentOffice");
        await farmer.ChooseAsync("onBehalfOf", "self");
        await farmer.TypeAsync("contact.phone", "13877312046");
        await farmer.LookAsync();
        await farmer.PressAsync("button[name=go][value=next].btn-primary");
        await farmer.StandAtAsync("/check");
        await farmer.ChooseAsync("consent", "true");
        await farmer.PressAsync("main form button.btn-primary");
        await farmer.StandAtAsync("/receipt");
        await farmer.PressAsync("main a.btn-primary");
        return new Uri(farmer.Page.Url).AbsolutePath;
    }

    /// <summary>Opens the task, forgets what it needs, and then decides.</summary>
    private async Task DecideAsync(Visitor officer, string path, string outcome, string reason)
    {
        // Other journeys leave tasks on the same desk.
        var number = path.Split('/')[^1].Replace("-", "", StringComparison.Ordinal);
        var task = await portal.Database.ScalarAsync(
            "select t.id from review_tasks t join cases c on c.id = t.case_id where c.number = $1 and t.status in ('Open', 'Claimed')", number);
        await officer.PressAsync($"table[data-keys] tbody a[href*='{task}']");
        if (reason.Length > 0)
        {
            await officer.PressAsync(".tp-sign button");
            Assert.True(await officer.Page.Locator(".tp-errors").CountAsync() > 0);
        }

        await Officers.ChooseAsync(officer, outcome);
        await officer.TypeAsync("Input.Reason", reason);
        await officer.LookAsync();
        await officer.PressAsync(".tp-sign button");
        await officer.StandAtAsync("/officer");
    }
}
