using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Cards;

/// <summary>What a till keeps for where there is no network, and what it hands in when there is one again.</summary>
public sealed class TillOfflineTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Sync = "/venue/shell?handler=Sync";

    private readonly Venues venues = new(portal);

    [Fact]
    public async Task Pack_HasTheKeyThatTellsACode_AndWhatLevelsHaveHere_AndNothingOfAnybody()
    {
        var card = await new CardHolders(portal).IssueAsync();
        using var staff = await StaffClient.AsAsync(portal, "venue@demo");
        using var pack = JsonDocument.Parse(await staff.ReadAsync("/venue/shell?handler=Pack&at=" + Venues.Garden));
        var key = pack.RootElement.GetProperty("keys").EnumerateArray().Last();
        var code = Bytes(venues.Codes(card.CardId)[0]);
        using var signature = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Bytes(key.GetProperty("x").GetString()!), Y = Bytes(key.GetProperty("y").GetString()!) },
        });
        Assert.True(signature.VerifyData(code[..34], code[34..], HashAlgorithmName.SHA256));
        var level = pack.RootElement.GetProperty("levels").EnumerateArray().Single(one => one.GetProperty("digit").GetInt32() == code[33]);
        Assert.Equal("scenic", Assert.Single(level.GetProperty("benefits").EnumerateArray()).GetProperty("code").GetString());
        Assert.DoesNotContain("Qin Xiaohe", await staff.ReadAsync("/venue/shell"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sync_HandedInTwice_CountsOnce_AndWhatDoesNotCountSaysWhy()
    {
        var card = await new CardHolders(portal).IssueAsync();
        var (codes, scannedAt, id) = (venues.Codes(card.CardId), portal.Clock.GetUtcNow(), Guid.NewGuid());
        portal.Clock.Advance(TimeSpan.FromHours(3));
        using var staff = await StaffClient.AsAsync(portal, "venue@demo");
        using var colleague = await StaffClient.AsAsync(portal, "partner@demo");
        foreach (var one in (StaffClient[])[staff, staff, colleague])
            Assert.Equal("Counted", await StateAsync(one, Fields(codes[0], scannedAt, id), one == staff ? "" : "&at=" + Venues.Garden));
        Assert.Equal(true, await portal.Database.ScalarAsync("select bool_and(is_offline) and count(*) = 1 from redemptions where case_id = $1", card.CardId));

        Assert.Equal("Conflict", await StateAsync(staff, Fields(codes[0], scannedAt)));
        Assert.Equal("Conflict", await StateAsync(staff, Fields(codes[1][..130] + "-", scannedAt)));
        Assert.Equal("Conflict", await StateAsync(staff, Fields(codes[1], portal.Clock.GetUtcNow())));
        portal.Clock.Advance(TimeSpan.FromHours(22));
        using var nextDay = await StaffClient.AsAsync(portal, "venue@demo");
        Assert.Equal("Conflict", await StateAsync(nextDay, Fields(codes[1], scannedAt)));
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from redemptions where case_id = $1", card.CardId));
    }

    [Fact]
    public async Task Sync_AColleaguesUse_WaitsForItsScanner_OrIsHandedInOnBehalf_AndStaysItsScanners()
    {
        var card = await new CardHolders(portal).IssueAsync();
        var (scanner, manager) = (await venues.StaffAsync(), await venues.ManagerAsync());
        Dictionary<string, string> Of(Guid staff, bool onBehalf) => new(Fields(venues.Codes(card.CardId)[0], portal.Clock.GetUtcNow()), StringComparer.Ordinal)
        {
            ["staff"] = staff.ToString(),
            ["onBehalf"] = onBehalf ? "true" : "false",
        };
        using var garden = await StaffClient.AsAsync(portal, "venue@demo");
        using var partner = await StaffClient.AsAsync(portal, "partner@demo");
        const string at = "&at=" + Venues.Garden;
        Assert.Equal("Later", await StateAsync(partner, Of(scanner.UserId, onBehalf: false), at));
        Assert.Equal("Later", await StateAsync(garden, Of(manager.UserId, onBehalf: true)));
        Assert.Equal("Later", await StateAsync(partner, Of(card.Talent.UserId, onBehalf: true), at));
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from redemptions where case_id = $1", card.CardId));

        Assert.Equal("Counted", await StateAsync(garden, Of(scanner.UserId, onBehalf: false)));
        Assert.Equal("Counted", await StateAsync(partner, Of(scanner.UserId, onBehalf: true), at));
        Assert.Equal(true, await portal.Database.ScalarAsync(
            "select count(*) = 2 and bool_and(staff_id = $2) and count(handed_in_by) = 1 from redemptions where case_id = $1", card.CardId, scanner.UserId));
        Assert.Contains(manager.DisplayName, await garden.ReadAsync("/venue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sync_WithoutItsOperationOrItsTime_OrAtAnothersVenue_IsNotTaken()
    {
        var card = await new CardHolders(portal).IssueAsync();
        using var staff = await StaffClient.AsAsync(portal, "venue2@demo");
        var fields = Fields(venues.Codes(card.CardId)[0], portal.Clock.GetUtcNow());
        foreach (var missing in (string[])["operationId", "scannedAt"])
        {
            using var refused = await staff.PostAsync(Sync, new(fields) { [missing] = "" }, "/venue");
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using var elsewhere = await staff.PostAsync(Sync + "&at=" + Venues.Garden, fields, "/venue");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from redemptions where case_id = $1", card.CardId));
    }

    [Fact]
    public async Task Asked_SaysWhetherAUseCounts_AtItsVenueOnly_AndThatItDoesNotOnlyWhenItCanNoLongerCome()
    {
        var (card, id) = (await new CardHolders(portal).IssueAsync(), Guid.NewGuid());
        using var staff = await StaffClient.AsAsync(portal, "venue@demo");
        Assert.Contains("\"Later\"", await AskedAsync(staff, id, 20), StringComparison.Ordinal);
        Assert.Contains("\"Conflict\"", await AskedAsync(staff, id, 200), StringComparison.Ordinal);
        Assert.True((await venues.RedeemAsync(await venues.StaffAsync(), Venues.Garden, venues.Codes(card.CardId)[0], key: id)).Succeeded);
        Assert.Contains("\"Counted\"", await AskedAsync(staff, id, 200), StringComparison.Ordinal);
        using var gym = await StaffClient.AsAsync(portal, "venue2@demo");
        Assert.Contains("\"Conflict\"", await AskedAsync(gym, id, 200), StringComparison.Ordinal);
    }

    private static Task<string> AskedAsync(StaffClient staff, Guid id, int seconds) => staff.ReadAsync($"/venue/shell?handler=Asked&use={id}&seconds={seconds}");

    private static byte[] Bytes(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);

    private static Dictionary<string, string> Fields(string code, DateTimeOffset scannedAt, Guid? id = null) => new(StringComparer.Ordinal)
    {
        ["operationId"] = (id ?? Guid.NewGuid()).ToString(),
        ["code"] = code,
        ["benefit"] = "scenic",
        ["scannedAt"] = scannedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
    };

    private static async Task<string> StateAsync(StaffClient staff, Dictionary<string, string> fields, string at = "")
    {
        using var answer = await staff.PostAsync(Sync + at, fields, "/venue");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var state = told.RootElement.GetProperty("state").GetString()!;
        Assert.Equal(state is "Conflict", told.RootElement.GetProperty("sentence").GetString() is { Length: > 0 });
        return state;
    }
}
