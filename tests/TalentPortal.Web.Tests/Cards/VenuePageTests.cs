using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.TalentCards.Hand;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Cards;

/// <summary>The till of a venue: a look, a use, its reversal by another person, the month.</summary>
public sealed partial class VenuePageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Pin = "805316";
    private const string Redeem = "/venue?handler=Redeem";

    private readonly Venues venues = new(portal);

    [Fact]
    public async Task Till_LooksUsesAndTakesBackByTwo_AndTheMonthCounts()
    {
        var card = await new CardHolders(portal).IssueAsync();
        var code = venues.Codes(card.CardId)[0];
        using var staff = await StaffClient.AsAsync(portal, "venue@demo");
        using var manager = await StaffClient.AsAsync(portal, "partner@demo");

        var seen = await LookAsync(staff, code);
        Assert.Contains("handler=Redeem", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Qin Xiaohe", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(card.CardId.ToString(), seen, StringComparison.Ordinal);

        var fields = Use(code, "scenic", seen);
        foreach (var _ in (int[])[1, 2]) Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(staff, Redeem, fields));
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from redemptions where case_id = $1", card.CardId));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(staff, Redeem, Use(code, "scenic", await staff.ReadAsync("/venue"))));

        var use = (Guid)(await portal.Database.ScalarAsync("select id from redemptions where case_id = $1", card.CardId))!;
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(staff, "/venue?handler=Ask", new() { ["use"] = use.ToString(), ["reason"] = "Twice" }));
        Assert.DoesNotContain("handler=Decide", await staff.ReadAsync("/venue"), StringComparison.Ordinal);
        var garden = "/venue?at=" + Venues.Garden;
        Assert.Contains("handler=Decide", await manager.ReadAsync(garden), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(manager, garden + "&handler=Decide", new() { ["use"] = use.ToString(), ["agreed"] = "true" }));
        Assert.Equal(true, await portal.Database.ScalarAsync("select reversed from redemptions where id = $1", use));
        Assert.Contains("<tfoot>", await staff.ReadAsync("/venue/statement"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Till_ABlankLineIsNoLook_AndWhatIsNoCardIsCountedOnce()
    {
        using var staff = await StaffClient.AsAsync(portal, "venue2@demo");
        Assert.Contains("data-errors", await LookAsync(staff, " "), StringComparison.Ordinal);
        Assert.Contains("tp-note", await LookAsync(staff, "<script>"), StringComparison.Ordinal);
        Assert.Equal(1L, await portal.Database.ScalarAsync(
            "select count(*) from card_scans s join portal_users u on u.id = s.staff_id where u.user_name = 'venue2@demo' and s.failed"));
        using var other = await staff.GetAsync("/venue?at=" + Venues.Garden);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task Till_AnAbsurdPrice_IsSaidBesideItsField_AndTheRightOneCounts()
    {
        var card = await new CardHolders(portal).IssueAsync();
        Assert.True((await venues.SwitchAsync(card, Venues.Gym, on: true)).Succeeded);
        var code = venues.Codes(card.CardId)[0];
        using var staff = await StaffClient.AsAsync(portal, "venue2@demo");
        var seen = await LookAsync(staff, code);
        foreach (var price in (string[])["", "abc", "-1", "1e9", "0"])
        {
            using var refused = await staff.PostAsync(Redeem, new(Use(code, "gym", seen)) { ["price"] = price }, "/venue");
            Assert.Contains("id=\"price-gym-error\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(staff, Redeem, new(Use(code, "gym", seen)) { ["price"] = "40.50" }));
        Assert.Equal(8.10m, await portal.Database.ScalarAsync("select waived from redemptions where case_id = $1", card.CardId));
    }

    [Fact]
    public async Task Till_APrintedCard_AsksForItsPin_AndThePinTravelsSealed()
    {
        var card = await new CardHolders(portal).IssueAsync();
        var number = (string)(await portal.Database.ScalarAsync("select number from talent_cards where case_id = $1", card.CardId))!;
        Assert.True((await portal.Services.GetRequiredService<CardPins>().SetAsync(
            card.Talent, card.CardId, Pin, venues.Begin("CardPinSetting", card.Talent), default)).Succeeded);
        using var staff = await StaffClient.AsAsync(portal, "venue@demo");

        var asked = await LookAsync(staff, number.ToLowerInvariant());
        Assert.Contains("handler=Pin", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Redeem", asked, StringComparison.Ordinal);
        var wrong = await PinAsync(staff, number, "805317");
        Assert.Contains("data-errors", wrong, StringComparison.Ordinal);
        Assert.Contains("handler=Pin", wrong, StringComparison.Ordinal);

        var seen = await PinAsync(staff, number, Pin);
        Assert.DoesNotContain(Pin, seen, StringComparison.Ordinal);
        Assert.DoesNotContain(number, seen, StringComparison.Ordinal);
        var fields = new Dictionary<string, string>(Use("", "scenic", seen)) { ["Sealed"] = Seal().Match(seen).Groups[1].Value };
        using var another = await StaffClient.AsAsync(portal, "partner@demo");
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(another, "/venue?at=" + Venues.Garden + "&handler=Redeem", fields));
        Assert.Equal(0L, await UsesAsync(card));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(staff, Redeem, fields));
        Assert.Equal(1L, await UsesAsync(card));
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(staff, Redeem, new(fields) { ["operationId"] = Guid.NewGuid().ToString() }));
        Assert.Equal(1L, await UsesAsync(card));
    }

    [Fact]
    public async Task Till_IsWhereItsStaffStarts()
    {
        using var staff = await StaffClient.AsAsync(portal, "venue@demo");
        using var answer = await staff.GetAsync("/account/signin");
        Assert.Equal("/venue", answer.Headers.Location?.OriginalString);
    }

    private static async Task<string> LookAsync(StaffClient staff, string code)
    {
        using var looked = await staff.PostAsync("/venue", new() { ["Code"] = code });
        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        return await looked.Content.ReadAsStringAsync();
    }

    private static async Task<string> PinAsync(StaffClient staff, string number, string pin)
    {
        using var looked = await staff.PostAsync("/venue?handler=Pin", new() { ["Number"] = number, ["Pin"] = pin });
        return await looked.Content.ReadAsStringAsync();
    }

    private async Task<object?> UsesAsync(HeldCard card) =>
        await portal.Database.ScalarAsync("select count(*) from redemptions where case_id = $1", card.CardId);

    private static Dictionary<string, string> Use(string code, string benefit, string page) => new(StringComparer.Ordinal)
    {
        ["Code"] = code,
        ["benefit"] = benefit,
        ["operationId"] = Operation().Match(page) is { Success: true } match ? match.Groups[1].Value : Guid.NewGuid().ToString(),
    };

    private static async Task<HttpStatusCode> StatusAsync(StaffClient staff, string path, Dictionary<string, string> fields)
    {
        using var answer = await staff.PostAsync(path, fields, path.Contains("?at=", StringComparison.Ordinal) ? path.Split('&')[0] : "/venue");
        return answer.StatusCode;
    }

    [GeneratedRegex("name=\"operationId\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Operation();

    [GeneratedRegex("name=\"Sealed\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Seal();
}
