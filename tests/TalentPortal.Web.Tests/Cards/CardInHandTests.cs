using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.TalentCards.Codes;
using TalentPortal.Core.TalentCards.Hand;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Talent;
using Xunit;

namespace TalentPortal.Web.Tests.Cards;

/// <summary>The card in its holder's hand: the page, its codes, the installable shell, and the paper with its PIN.</summary>
public sealed class CardInHandTests(CardInHandTests.HeldCardPortal portal) : IClassFixture<CardInHandTests.HeldCardPortal>
{
    [Fact]
    public async Task Get_Page_ShowsHolderNumberAndACodeWithoutScript()
    {
        using var holder = new Browser(portal, portal.Held.Talent, "en");
        var html = await holder.TextAsync("/cards/show");
        Assert.Contains("Qin Xiaohe", html, StringComparison.Ordinal);
        Assert.Contains("4503 11", html, StringComparison.Ordinal);
        Assert.Contains("<path d=\"M4 4h7v1h-7z", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/cards/app.webmanifest\"", html, StringComparison.Ordinal);
        using var photo = await holder.GetAsync("/cards/show?handler=Photo");
        Assert.Equal("image/png", photo.Content.Headers.ContentType!.MediaType);
        Assert.True(photo.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Get_Codes_AreOfThisCardAndKeptByNoProxy()
    {
        using var holder = new Browser(portal, portal.Held.Talent);
        using var answer = await holder.GetAsync("/cards/show?handler=Codes");
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using var pack = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var codes = pack.RootElement.GetProperty("codes").EnumerateArray().ToList();
        Assert.Equal(10, codes.Count);
        var reader = portal.Services.GetRequiredService<CardCodes>();
        Assert.All(codes, code => Assert.Equal(portal.Held.CardId, reader.Read(code.GetProperty("text").GetString()).Value.CardId));
        Assert.Equal(TimeSpan.FromSeconds(60), codes[1].GetProperty("from").GetDateTimeOffset() - codes[0].GetProperty("from").GetDateTimeOffset());
        Assert.DoesNotContain("citizen", pack.RootElement.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/cards/show?handler=Codes")]
    [InlineData("/cards/show?handler=Photo")]
    [InlineData("/cards/print")]
    public async Task Get_WithoutACardOfOnesOwn_IsNotFound(string path)
    {
        using var other = new Browser(portal, await new TestPeople(portal.Services).TalentAsync());
        using var visitor = new Browser(portal);
        using var foreign = await other.GetAsync(path);
        using var anonymous = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, anonymous.StatusCode);
        Assert.Contains("tp-empty", await other.HtmlAsync("/cards/show"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status = 'Suspended'", "suspended")]
    [InlineData("status = 'Lost', number_dead = true", "reported lost")]
    [InlineData("status = 'Expired'", "expired")]
    [InlineData("stopped_at = '2026-01-01Z'", "stopped")]
    public async Task Get_ACardThatIsNotUsable_HasNoCodeAndSaysWhy(string state, string word)
    {
        var holder = await new CardHolders(portal).IssueAsync();
        await portal.Database.ScalarAsync($"update talent_cards set {state} where case_id = $1", holder.CardId);
        using var browser = new Browser(portal, holder.Talent, "en");
        var html = await browser.TextAsync("/cards/show");
        Assert.Contains(word, html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-code-from", html, StringComparison.Ordinal);
        using var codes = await browser.GetAsync("/cards/show?handler=Codes");
        Assert.Equal(HttpStatusCode.NotFound, codes.StatusCode);
    }

    [Fact]
    public async Task Get_ShellAndManifest_NameNobodyAndAreInTheReadersLanguage()
    {
        using var holder = new Browser(portal, portal.Held.Talent, "en");
        var shell = await holder.TextAsync("/cards/show/shell");
        Assert.DoesNotContain("Qin Xiaohe", shell, StringComparison.Ordinal);
        Assert.DoesNotContain("data-sign-out", shell, StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse(await holder.HtmlAsync("/cards/app.webmanifest"));
        Assert.Equal("Talent card", manifest.RootElement.GetProperty("short_name").GetString());
        foreach (var icon in manifest.RootElement.GetProperty("icons").EnumerateArray())
        {
            using var picture = await holder.GetAsync(icon.GetProperty("src").GetString()!);
            Assert.Equal(icon.GetProperty("type").GetString(), picture.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task SignOut_OnADeviceThatKeepsACard_ClearsWhatItKeeps()
    {
        using var holder = new Browser(portal, portal.Held.Talent);
        using var shown = await holder.GetAsync("/cards/show");
        var mark = Assert.Single(shown.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("TalentPortal.Card=", StringComparison.Ordinal));
        Assert.Contains("httponly", mark, StringComparison.OrdinalIgnoreCase);
        using var signedOut = await holder.SendAsync("/account/signout", await holder.HiddenAsync("/cards/print"), []);
        Assert.Equal("\"storage\"", Assert.Single(signedOut.Headers.GetValues("Clear-Site-Data")));
    }

    [Fact]
    public async Task Post_Pin_IsSetAndNeverShownAgain()
    {
        var pins = portal.Services.GetRequiredService<CardPins>();
        using var holder = new Browser(portal, portal.Held.Talent, "en");
        using var differing = await holder.PostAsync("/cards/print", ("Input.Pin", "805316"), ("Input.Again", "805317"));
        var text = await Browser.BodyAsync(differing);
        Assert.Contains("not the same", text, StringComparison.Ordinal);
        Assert.DoesNotContain("805316", text, StringComparison.Ordinal);
        using var set = await holder.PostAsync("/cards/print", ("Input.Pin", "805316"), ("Input.Again", "805316"));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.True((await pins.CheckAsync(portal.Held.CardId, "805316", default)).Succeeded);
        Assert.DoesNotContain("805316", await holder.TextAsync("/cards/print"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CardPage_TellsWhoLookedAtItWhoUsedItAndWhatWasRefused()
    {
        var (venues, held) = (new Venues(portal), await new CardHolders(portal).IssueAsync());
        var (staff, codes) = (await venues.StaffAsync(), venues.Codes(held.CardId));
        Assert.True((await venues.LookAsync(staff, Venues.Garden, codes[0])).Succeeded);
        Assert.True((await venues.RedeemAsync(staff, Venues.Garden, codes[0])).Succeeded);
        Assert.False((await venues.RedeemAsync(staff, Venues.Garden, codes[0])).Succeeded);
        Assert.False((await venues.RedeemAsync(await venues.GymStaffAsync(), Venues.Gym, venues.Codes(held.CardId)[0], "gym", 40)).Succeeded);
        using var holder = new Browser(portal, held.Talent, "en");
        var html = await holder.TextAsync("/cards");
        foreach (var told in (string[])["nothing was used.", "30 yuan not paid", "scanned twice", "You have not switched this venue on", "href=\"/cards/show\"", "handler=Photo", "on since"])
            Assert.Contains(told, html, StringComparison.Ordinal);
        using var other = new Browser(portal, portal.Held.Talent, "en");
        Assert.Contains("No venue has scanned your card yet.", await other.TextAsync("/cards"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CardPage_ManyLooks_ArePaged()
    {
        var (venues, held) = (new Venues(portal), await new CardHolders(portal).IssueAsync());
        var staff = await venues.StaffAsync();
        for (var i = 0; i < 11; i++) Assert.True((await venues.LookAsync(staff, Venues.Garden, venues.Codes(held.CardId)[0])).Succeeded);
        using var holder = new Browser(portal, held.Talent, "en");
        Assert.Contains("/cards?uses=2#uses", await holder.TextAsync("/cards"), StringComparison.Ordinal);
        var second = await holder.TextAsync("/cards?uses=2");
        Assert.Contains("Looked at", second, StringComparison.Ordinal);
        Assert.Contains("/cards?uses=1#uses", second, StringComparison.Ordinal);
        Assert.DoesNotContain("/cards?uses=3#uses", second, StringComparison.Ordinal);
    }

    /// <summary>A portal with a card.</summary>
    public sealed class HeldCardPortal : PortalFactory
    {
        /// <summary>The card.</summary>
        public HeldCard Held { get; private set; } = null!;

        /// <inheritdoc />
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            Held = await new CardHolders(this).IssueAsync();
        }
    }
}
