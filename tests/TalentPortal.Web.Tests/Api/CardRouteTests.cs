using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.TalentCards.Hand;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Api;

/// <summary>A partner's till: a look, a use that counts once, its reversal by two people.</summary>
public sealed class CardRouteTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly Venues venues = new(portal);

    [Fact]
    public async Task Till_LooksUsesOnceAndTakesBackByTwo()
    {
        var card = await new CardHolders(portal).IssueAsync();
        var venue = await venues.IdAsync(Venues.Garden);
        using var till = new ApiClient(portal, await venues.StaffAsync());
        using var manager = new ApiClient(portal, await venues.ManagerAsync());
        var code = venues.Codes(card.CardId)[0];
        using var looked = await till.PostAsync("card-checks", new { venue, code });
        var seen = await ApiClient.BodyAsync(looked, HttpStatusCode.OK);
        Assert.Equal(["level", "levelName", "benefits"], seen.EnumerateObject().Select(part => part.Name));

        Guid use = default;
        foreach (var _ in (int[])[1, 2])
        {
            using var redeemed = await till.PostAsync("redemptions", new { venue, code, benefit = "scenic" }, "tap-1");
            var receipt = await ApiClient.BodyAsync(redeemed, HttpStatusCode.Created);
            Assert.True(use == default || use == receipt.GetProperty("id").GetGuid());
            use = receipt.GetProperty("id").GetGuid();
        }

        // Its answer lost, a colleague sends the call again.
        using (var again = await manager.PostAsync("redemptions", new { venue, code, benefit = "scenic" }, "tap-1"))
            Assert.Equal(use, (await ApiClient.BodyAsync(again, HttpStatusCode.Created)).GetProperty("id").GetGuid());
        using (var other = await manager.PostAsync("redemptions", new { venue, code, benefit = "library" }, "tap-1"))
            await ApiClient.AssertProblemAsync(other, HttpStatusCode.UnprocessableEntity, "OperationIdReused");
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from redemptions where case_id = $1", card.CardId));
        using (var replayed = await till.PostAsync("redemptions", new { venue, code, benefit = "scenic" }, "tap-2"))
            await ApiClient.AssertProblemAsync(replayed, HttpStatusCode.Conflict, "CardCodeUsed");
        using (var keyless = await till.PostAsync("redemptions", new { venue, code, benefit = "scenic" }))
            await ApiClient.AssertProblemAsync(keyless, HttpStatusCode.BadRequest, "IdempotencyKeyMissing");
        using (var asked = await till.PostAsync($"redemptions/{use}/reversal", new { reason = "Wrong person" })) Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
        using (var agreed = await manager.PostAsync($"redemptions/{use}/reversal/agree", body: null)) Assert.Equal(HttpStatusCode.NoContent, agreed.StatusCode);
        Assert.Equal(true, await portal.Database.ScalarAsync("select reversed from redemptions where id = $1", use));
    }

    [Fact]
    public async Task Till_TakesAPrintedNumberWithItsPin_AndNamesTheFieldThatIsWrong()
    {
        var card = await new CardHolders(portal).IssueAsync();
        var (venue, number) = (await venues.IdAsync(Venues.Garden), await portal.Database.ScalarAsync("select number from talent_cards where case_id = $1", card.CardId));
        Assert.True((await portal.Services.GetRequiredService<CardPins>().SetAsync(
            card.Talent, card.CardId, "805316", venues.Begin("CardPinSetting", card.Talent), default)).Succeeded);
        using var till = new ApiClient(portal, await venues.StaffAsync());
        using (var looked = await till.PostAsync("card-checks", new { venue, number, pin = "805316" })) await ApiClient.BodyAsync(looked, HttpStatusCode.OK);
        using (var wrong = await till.PostAsync("redemptions", new { venue, number, pin = "805317", benefit = "scenic" }, "pin-1"))
        {
            var problem = await ApiClient.AssertProblemAsync(wrong, HttpStatusCode.UnprocessableEntity, "CardPinWrong");
            Assert.Contains("\"pin\"", problem.GetRawText(), StringComparison.Ordinal);
        }

        using var used = await till.PostAsync("redemptions", new { venue, number, pin = "805316", benefit = "scenic" }, "pin-2");
        await ApiClient.BodyAsync(used, HttpStatusCode.Created);
        Assert.Equal("Pin", await portal.Database.ScalarAsync("select proof from redemptions where case_id = $1", card.CardId));
    }

    [Fact]
    public async Task Till_OfAnother_OrOfNobody_IsRefused()
    {
        var venue = await venues.IdAsync(Venues.Garden);
        using var gym = new ApiClient(portal, await venues.GymStaffAsync());
        using (var elsewhere = await gym.PostAsync("card-checks", new { venue, code = "x" })) await ApiClient.AssertProblemAsync(elsewhere, HttpStatusCode.Forbidden, "VenueNotYours");
        using (var nowhere = await gym.PostAsync("card-checks", new { code = "x" })) Assert.Equal(HttpStatusCode.UnprocessableEntity, nowhere.StatusCode);
        using var talent = new ApiClient(portal, await new TestPeople(portal.Services).TalentAsync());
        using var refused = await talent.PostAsync("card-checks", new { venue, code = "x" });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
