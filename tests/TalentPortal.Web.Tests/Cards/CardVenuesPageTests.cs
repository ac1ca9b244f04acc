using System.Net;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Talent;
using Xunit;

namespace TalentPortal.Web.Tests.Cards;

/// <summary>The holder's list of venues: a switch each, kind by kind, the new ones told; and the application, which names them.</summary>
public sealed class CardVenuesPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string OpenSql =
        "select string_agg(o.code, ',' order by o.code) from consents c join organisations o on o.id = c.recipient_id where c.case_id = $1 and c.withdrawn_at is null";

    private readonly Venues venues = new(portal);

    [Fact]
    public async Task Switches_OneAndAKind_AreOfTheReadersOwnCard()
    {
        var (held, other) = (await new CardHolders(portal).IssueAsync(), await new CardHolders(portal).IssueAsync());
        var before = await OpenAsync(other);
        using var holder = new Browser(portal, held.Talent, "en");
        Assert.Contains("Run by Yanshan tourism partner", await holder.TextAsync("/cards"), StringComparison.Ordinal);
        var garden = (await venues.IdAsync(Venues.Garden)).ToString();
        await SentAsync(holder, "Consent", "/cards?kind=scenic#venues-scenic", ("kind", "scenic"), ("off", garden));
        Assert.DoesNotContain(Venues.Garden, await OpenAsync(held), StringComparison.Ordinal);
        await SentAsync(holder, "Consent", "/cards?kind=scenic#venues-scenic", ("kind", "scenic"), ("on", garden));
        Assert.Contains(Venues.Garden, await OpenAsync(held), StringComparison.Ordinal);
        await SentAsync(holder, "ConsentKind", "/cards?kind=gym#venues-gym", ("kind", "gym"), ("given", "true"));
        Assert.Contains(Venues.Gym, await OpenAsync(held), StringComparison.Ordinal);
        await SentAsync(holder, "ConsentKind", "/cards?kind=scenic#venues-scenic", ("kind", "scenic"), ("given", "false"));
        Assert.Equal(Venues.Gym, await OpenAsync(held));
        Assert.Equal(before, await OpenAsync(other));
        using var stranger = await holder.PostAsync("/cards?handler=Consent", ("kind", "gym"), ("on", held.CardId.ToString()));
        Assert.Contains("There is no such venue", await Browser.BodyAsync(stranger), StringComparison.Ordinal);
        using var none = new Browser(portal, await new TestPeople(portal.Services).TalentAsync(), "en");
        using var refused = await none.SendAsync("/cards?handler=Consent", await none.HiddenAsync("/cards"), [("on", garden)]);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal(Venues.Gym, await OpenAsync(held));
    }

    [Fact]
    public async Task NewVenues_AreCounted_GroupedAndLeftOff_UntilTheHolderAnswers()
    {
        var held = await new CardHolders(portal).IssueAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 30; i++) await venues.OpenAsync($"ys-venue-many-{i:00}", i % 2 == 0 ? "scenic" : "hospital");
        using var holder = new Browser(portal, held.Talent, "en");
        Assert.Contains("New venues take your talent card: 30.", await holder.TextAsync("/cases"), StringComparison.Ordinal);
        var html = await holder.TextAsync("/cards");
        foreach (var told in (string[])["New venues: 30, none of them switched on", "15 new", "Switch all on (15)", "15 in all, 0 on"])
            Assert.Contains(told, html, StringComparison.Ordinal);
        await SentAsync(holder, "VenuesSeen", "/cards");
        html = await holder.TextAsync("/cards");
        Assert.DoesNotContain("New venues", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<details open", html, StringComparison.Ordinal);
        Assert.DoesNotContain("many", await OpenAsync(held), StringComparison.Ordinal);
        Assert.DoesNotContain("New venues", await holder.TextAsync("/cases"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visits_AVenueWithoutConsent_IsSwitchedOnFromThere()
    {
        var held = await new CardHolders(portal).IssueAsync();
        var (gym, staff) = (await venues.IdAsync(Venues.Gym), await venues.GymStaffAsync());
        foreach (var _ in (int[])[1, 2]) Assert.False((await venues.LookAsync(staff, Venues.Gym, venues.Codes(held.CardId)[0])).Succeeded);
        using var holder = new Browser(portal, held.Talent, "en");
        var html = await holder.TextAsync("/cards");
        Assert.Contains("You have not switched this venue on; it saw nothing.", html, StringComparison.Ordinal);
        Assert.Single(html.Split("Switch this venue on</button>").SkipLast(1));
        var hidden = (await holder.HiddenAsync("/cards")).Where(one => one.Key != "kind").ToDictionary(StringComparer.Ordinal);
        using var sent = await holder.SendAsync("/cards?handler=Consent", hidden, [("on", gym.ToString())]);
        Assert.Equal("/cards#uses", sent.Headers.Location?.OriginalString);
        Assert.DoesNotContain("Switch this venue on", await holder.TextAsync("/cards"), StringComparison.Ordinal);
        Assert.True((await venues.LookAsync(staff, Venues.Gym, venues.Codes(held.CardId)[0])).Succeeded);
    }

    [Fact]
    public async Task Application_NamesTheVenuesItAsksFor_BesideTheQuestionAndBeforeItIsHandedIn()
    {
        using var talent = new Browser(portal, await new TestPeople(portal.Services).TalentAsync(), "en");
        var form = await Forms.StartAsync(talent, "talent-card");
        var html = await talent.TextAsync(form + "/consents");
        Assert.Contains("Liangfeng gymnasium (sample venue) (run by Yanshan culture and sports partner (sample))", html, StringComparison.Ordinal);
        Assert.Contains("There is no partner venue of this kind yet", html, StringComparison.Ordinal);
        using (var saved = await talent.PostAsync(form + "/consents", ("venueScenic", "true"), ("venueGym", "false"), ("commitment", "true")))
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var check = await talent.TextAsync($"/applications/{Forms.KeyOf(form)}/check");
        Assert.Contains("Yanshan Garden (sample venue), Caoping karst park (sample venue)", check, StringComparison.Ordinal);
        Assert.DoesNotContain("Liangfeng gymnasium", check, StringComparison.Ordinal);
    }

    private static async Task SentAsync(Browser holder, string handler, string to, params (string, string)[] fields)
    {
        using var sent = await holder.PostAsync("/cards?handler=" + handler, fields);
        Assert.Equal(to, sent.Headers.Location?.OriginalString);
    }

    private async Task<string> OpenAsync(HeldCard held) => await portal.Database.ScalarAsync(OpenSql, held.CardId) as string ?? "";
}
