using System.Globalization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.FollowUps;
using TalentPortal.Core.TalentCards.Issuing;
using TalentPortal.Core.Tests.Recognitions.Life;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards;

/// <summary>A card whose level falls to a ground that ends earlier comes to end with it.</summary>
public sealed class CardShorteningTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>
{
    [Fact]
    public async Task LevelFalls_ToAGroundThatEndsEarlier_TheCardEndsWithIt_AndItsHolderIsRemindedOfTheNewDay()
    {
        var talent = await RecognisedTalent.BeginAsync(portal);
        await CardFollowingTests.PublishAsync(portal);
        var holder = await talent.Journey.ActorAsync(talent.Journey.Talent.UserId);
        var card = (await new CardHolders(portal).IssueAsync("\"degree\": \"3\"", holder, talent.Journey.CitizenId)).CardId;
        var zone = talent.Service<PortalTimeZone>();
        var last = zone.Today.AddDays(100);
        await portal.Database.ScalarAsync("update card_bases set valid_to = $2 where case_id = $1 and kind = 'Degree'", card, last);
        var recognition = (Guid)(await talent.Journey.ScalarAsync("select id from recognitions where case_id = $1"))!;
        var preview = await talent.Service<FollowUpPreview>().LinesAsync(recognition, RecognitionStatus.Suspended, default);
        Assert.Equal($"Its level falls from Class B to Class E. It ends earlier, with its ground: on {last.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en"))}.", preview[0].Consequence.En);
        var officer = await talent.Journey.ActorAsync(Journey.Office);
        Assert.True((await talent.Service<RecognitionSuspensions>().SuspendAsync(officer, talent.Number, "Looked into.", talent.Journey.Begin("RecognitionSuspending", officer), default)).Succeeded);
        await portal.RunJobsAsync();
        Assert.Equal("Active|E", await StateAsync(card));
        Assert.Equal(last, await portal.Database.ScalarAsync("select expires_on from talent_cards where case_id = $1", card));
        Assert.Equal("LevelChanged,Shortened", await portal.Database.ScalarAsync(
            "select string_agg(kind, ',' order by kind) from card_actions where case_id = $1 and kind <> 'Issued'", card));
        Assert.Equal(last.ToString("O", CultureInfo.InvariantCulture), await portal.Database.ScalarAsync(
            "select parameters->>'dueOn' from outbox_messages where case_id = $1 and template = 'card-shortened'", card));

        portal.Clock.Set(zone.StartOf(talent.Service<CardTerms>().RemindOn(last)));
        await portal.RunJobsAsync();
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template = 'card-ending'", card));
        portal.Clock.Set(zone.StartOf(last.AddDays(1)));
        await portal.RunJobsAsync();
        Assert.Equal("Expired|E", await StateAsync(card));
    }

    private async Task<string> StateAsync(Guid card) =>
        (string)(await portal.Database.ScalarAsync("select status || '|' || level from talent_cards where case_id = $1", card))!;
}
