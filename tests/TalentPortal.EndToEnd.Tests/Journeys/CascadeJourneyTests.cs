using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Recognitions.Life.Hearings;
using TalentPortal.Core.Recognitions.Life.Revocations;
using TalentPortal.EndToEnd.Tests.Browsing;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>A recognition is revoked: the office reads what follows, the leader signs once, the card works nowhere and its holder reads why.</summary>
[Collection(PortalCollection.Name)]
public sealed class CascadeJourneyTests(JourneyPortal portal, ChromiumFixture chromium)
{
    private const string Holder = "venue2@demo";

    [Fact]
    public async Task LeaderSignsOnceAndTheCardFollows()
    {
        var (journey, card, number) = await HoldAsync();
        await using var office = await Visitor.ArriveAsync(portal, chromium);
        await office.SignInAsync(Journey.Office);
        await office.OpenAsync($"/officer/recognitions/{number}/revoke");
        Assert.Contains("注销，场馆不能再用", await office.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        var matter = await ProposeAsync(journey, number);
        Assert.True(await WorksAsync(card));
        await using (var leader = await Visitor.ArriveAsync(portal, chromium))
        {
            await leader.SignInAsync(Journey.Leader);
            var task = await matter.ScalarAsync("select id from review_tasks where case_id = $1 and step_code = 'decide' and status = 'Open'");
            await leader.OpenAsync($"/officer/tasks/{task}");
            Assert.Contains("注销，场馆不能再用", await leader.Page.InnerTextAsync("main"), StringComparison.Ordinal);
            await leader.ChooseAsync("Input.Outcome", "Revoke");
            await leader.TypeAsync("Input.Reason", "名单不实，予以撤销。");
            await leader.PressAsync(".tp-sign button");
        }

        await portal.RunJobsAsync();
        await office.OpenAsync($"/officer/recognitions/{number}");
        Assert.Equal("已办", await office.Page.Locator("[aria-labelledby^=follow-] .tp-tag").First.InnerTextAsync());
        Assert.False(await WorksAsync(card));
        await using var holder = await Visitor.ArriveAsync(portal, chromium, 390, 844);
        await holder.SignInAsync(Holder);
        await holder.OpenAsync("/cards");
        Assert.Contains("作为依据的人才认定不再有效", await holder.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await holder.OpenAsync($"/cases/{await matter.ScalarAsync("select number from cases where id = $1")}/slips/Revocation");
        Assert.Contains("没有其他有效依据，注销", await holder.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    /// <summary>Whether a venue that the holder consented to takes the card.</summary>
    private async Task<bool> WorksAsync(Guid card)
    {
        var venues = new Venues(portal);
        return (await venues.LookAsync(await venues.StaffAsync(), Venues.Garden, venues.Codes(card)[0])).Succeeded;
    }

    /// <summary>Somebody is recognised and holds a card on that ground alone.</summary>
    private async Task<(Journey Journey, Guid Card, string Number)> HoldAsync()
    {
        var journey = await Journey.BeginAsync(portal, by: Holder);
        await journey.ReachTownAsync();
        await journey.GoOnToDistrictNoticeAsync();
        await journey.PassDaysAsync(5);
        var holder = await journey.ActorAsync(journey.Talent.UserId);
        var card = (await new CardHolders(portal).IssueAsync("", holder, journey.CitizenId)).CardId;
        return (journey, card, (string)(await journey.ScalarAsync("select certificate_number from recognitions where case_id = $1"))!);
    }

    /// <summary>The office opens the revocation, the holder answers, the office proposes it.</summary>
    private async Task<Journey> ProposeAsync(Journey journey, string number)
    {
        var officer = await journey.ActorAsync(Journey.Office);
        var opened = await portal.Services.GetRequiredService<RevocationCases>()
            .OpenAsync(officer, number, "false-material", "名单与事实不符。", journey.Begin("RevocationOpening", officer), default);
        Assert.True(opened.Succeeded, opened.Refusal?.ToString());
        var matter = journey.OfCase(opened.Value);
        var stated = await portal.Services.GetRequiredService<HolderStatements>()
            .StateAsync(journey.Talent, matter.CaseId, "没有补充。", journey.Begin("HolderStating", journey.Talent), default);
        Assert.True(stated.Succeeded, stated.Refusal?.ToString());
        await matter.DecideAsync(Journey.Office, "propose", "ProposeRevocation", "名单不实。", fields: """{ "recoveryAmount": 0 }""");
        return matter;
    }
}
