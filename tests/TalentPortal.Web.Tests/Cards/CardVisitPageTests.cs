using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Web.Tests.Officer;
using TalentPortal.Web.Tests.Talent;
using Xunit;

namespace TalentPortal.Web.Tests.Cards;

/// <summary>What the holder reads of looks at the card: who made them, where and when; and the months that a venue can ask for.</summary>
public sealed class CardVisitPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly Venues venues = new(portal);

    [Fact]
    public async Task Get_AfterALookAndAUse_NamesWhoMadeThem()
    {
        var card = await new CardHolders(portal).IssueAsync();
        var staff = await venues.StaffAsync();
        Assert.True((await venues.LookAsync(staff, Venues.Garden, venues.Codes(card.CardId)[0])).Succeeded);
        Assert.True((await venues.RedeemAsync(staff, Venues.Garden, venues.Codes(card.CardId)[0])).Succeeded);
        foreach (var language in (string[])["en", "zh-CN"])
        {
            using var holder = new Browser(portal, card.Talent, language);
            Assert.Equal(3, (await holder.TextAsync("/cards")).Split(staff.DisplayName).Length);
        }

        using var reader = new Browser(portal, card.Talent, "en");
        Assert.Contains($"By {staff.DisplayName}", await reader.TextAsync("/cards"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0001-01")]
    [InlineData("9999-12")]
    [InlineData("1999-12")]
    public async Task Statement_OfAMonthThatNoCardKnew_IsThatOfThisMonth(string month)
    {
        using var staff = await StaffClient.AsAsync(portal, "venue@demo");
        var now = portal.Clock.GetUtcNow().AddHours(8);
        Assert.Contains($"month={now.AddMonths(-1):yyyy-MM}\"", await staff.ReadAsync("/venue/statement?month=" + month), StringComparison.Ordinal);
        Assert.DoesNotContain("month=1999-12", await staff.ReadAsync("/venue/statement?month=2000-01"), StringComparison.Ordinal);
    }
}
