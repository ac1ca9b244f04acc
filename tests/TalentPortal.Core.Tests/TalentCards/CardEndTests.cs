using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.TalentCards;
using TalentPortal.Core.TalentCards.Handling;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards;

/// <summary>A card that comes to its end, on a clock of its own.</summary>
public sealed class CardEndTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>
{
    [Fact]
    public async Task NearItsEnd_TheHolderIsRemindedThenItExpires_AndIsRenewed()
    {
        var holders = new CardHolders(portal);
        var own = portal.Services.GetRequiredService<OwnCards>();
        var held = await holders.IssueAsync();
        var zone = portal.Services.GetRequiredService<PortalTimeZone>();
        var last = (DateOnly)(await portal.Database.ScalarAsync("select expires_on from talent_cards where case_id = $1", held.CardId))!;
        Assert.IsType<CardRenewalTooEarly>((await own.RenewAsync(held.Talent, holders.Begin("CardRenewing", held.Talent), default)).Refusal);
        portal.Clock.Set(zone.StartOf(last.AddDays(-29)));
        await portal.RunJobsAsync();
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'card-ending'", held.CardId));
        portal.Clock.Set(zone.StartOf(last.AddDays(1)));
        await portal.RunJobsAsync();
        Assert.Equal("Expired", await portal.Database.ScalarAsync("select status from talent_cards where case_id = $1", held.CardId));
        Assert.True((await own.RenewAsync(held.Talent, holders.Begin("CardRenewing", held.Talent), default)).Succeeded);
        Assert.Equal("Active|1", await portal.Database.ScalarAsync(
            """
            select t.status || '|' || (select count(*) from jobs j where j.case_id = t.case_id and j.kind = 'cards.look' and j.status = 'Waiting')
            from talent_cards t where t.case_id = $1
            """, held.CardId));
    }
}
