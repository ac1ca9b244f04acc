using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Ratings.Handling;
using TalentPortal.Core.Ratings.Queries;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Ratings;

/// <summary>Before a bad rating is over, whoever had a hand in the case finds it nowhere; its handler finds out for a reason that is logged.</summary>
public sealed class RatingPrivacyTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly RatedCases cases = new(portal);
    private readonly TestPeople people = new(portal.Services);

    private RatingDesk Desk => portal.Services.GetRequiredService<RatingDesk>();

    [Fact]
    public async Task OpenBadRating_IsSeenByAnotherHandOnly()
    {
        var (colleague, office) = (await people.OfficerAsync(PortalRole.TownReviewer, RatedCases.Town), await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office"));
        var otherTown = await people.OfficerAsync(PortalRole.TownReviewer, "ys-town-zhemu");
        var bad = await cases.BadAsync();
        foreach (var unseeing in new[] { bad.Officer, otherTown, bad.Talent, await people.DemoAsync("joint1@demo"), await people.DemoAsync("admin@demo") })
        {
            Assert.Null(await Desk.FindAsync(unseeing, bad.Id, default));
            Assert.DoesNotContain(await Desk.ListAsync(unseeing, RatingView.Open, default), row => row.Id == bad.Id);
            Assert.IsType<CaseNotFound>((await Act(handling => handling.TakeAsync(unseeing, bad.Id, Begin(unseeing), default))).Refusal);
        }

        foreach (var seeing in new[] { colleague, office })
        {
            var row = (await Desk.FindAsync(seeing, bad.Id, default))!;
            Assert.Equal((null, null, 2), (row.CaseNumber, row.SubjectMasked, row.Level));
        }
    }

    [Fact]
    public async Task RatedCase_ShowsNothingOfTheRating()
    {
        var bad = await cases.BadAsync();
        Assert.Equal(0L, await ScalarAsync(
            """
            select (select count(*) from operation_events where stream_id = $1 and (type like 'Rating%' or facts::text ilike '%rating%'))
              + (select count(*) from outbox_messages where case_id = $1 and template like 'rating%')
              + (select count(*) from operations where case_id = $1 and type like 'Rating%')
              + (select count(*) from case_actions where case_id = $1 and kind like 'Rating%')
              + (select count(*) from jobs where case_id = $1 and kind like 'ratings%')
            """, bad.CaseId));
        Assert.False(await portal.Services.GetRequiredService<CaseVisibility>().SeesAsync(await people.DemoAsync("office@demo"), bad.Id, default));
    }

    [Fact]
    public async Task AuditMailsAndOperationsOfTheRating_NameNeitherRaterNorCase()
    {
        var bad = await cases.BadAsync();
        var written = (string)(await ScalarAsync(
            """
            select string_agg(x, ' ') from (
              select type || facts::text || row_digests::text || coalesce(actor_id::text, '') as x from operation_events where stream_id = $1 and type <> 'RatingAsked'
              union all select type || coalesce(user_id::text, '') || result::text from operations where case_id = $1
              union all select number from cases where id = $1
              union all select payload::text || coalesce(unique_key, '') from jobs where case_id = $1
              union all select parameters::text from outbox_messages where case_id = $1) written
            """, bad.Id))!;
        Assert.DoesNotContain(bad.Talent.UserId.ToString(), written, StringComparison.Ordinal);
        Assert.DoesNotContain(bad.CaseId.ToString(), written, StringComparison.Ordinal);
        Assert.DoesNotContain(bad.Number, written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MailToOfficers_NamesTheRatingAndItsPage_MailToTheRaterTheCase()
    {
        var colleague = await people.OfficerAsync(PortalRole.TownReviewer, RatedCases.Town);
        var bad = await cases.BadAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var composer = scope.ServiceProvider.GetRequiredService<MessageComposer>();
        var toOfficer = (await composer.ComposeAsync(
            OutboxMessage.To(colleague.UserId, MessageTemplates.RatingBad, portal.Clock.GetUtcNow(), bad.Id, """{"dueOn":"2026-11-23"}"""), default)).Value;
        Assert.DoesNotContain(bad.Number, toOfficer.Subject + toOfficer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(bad.Talent.DisplayName, toOfficer.Subject + toOfficer.Text, StringComparison.Ordinal);
        Assert.Contains($"/officer/ratings/{bad.Id}", toOfficer.Text, StringComparison.Ordinal);
        var toRater = (await composer.ComposeAsync(
            OutboxMessage.To(bad.Talent.UserId, MessageTemplates.RatingRectified, portal.Clock.GetUtcNow(), bad.Id, """{"dueOn":"2026-11-23"}"""), default)).Value;
        Assert.Contains(bad.Number, toRater.Subject, StringComparison.Ordinal);
        Assert.Contains($"/ratings/{bad.Id}", toRater.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_IsShownToTheHandlerAloneForAReasonThatIsLogged()
    {
        var (colleague, other) = (await people.OfficerAsync(PortalRole.TownReviewer, RatedCases.Town), await people.OfficerAsync(PortalRole.TownReviewer, RatedCases.Town));
        var bad = await cases.BadAsync();
        DeskCase.Done(await Act(handling => handling.TakeAsync(colleague, bad.Id, Begin(colleague), default)));
        Assert.IsType<RatingNotYours>((await ShowAsync(other, bad, "Curious")).Refusal);
        Assert.IsType<RatingNoteInvalid>((await ShowAsync(colleague, bad, " ")).Refusal);
        var shown = (await ShowAsync(colleague, bad, "First call")).Value;
        Assert.Equal((bad.Talent.DisplayName, RatedCases.Phone), (shown.Name, Assert.Single(shown.Phones)));
        Assert.Equal("First call", await ScalarAsync("select note from rating_actions where case_id = $1 and kind = 'ContactShown'", bad.Id));
        Assert.Equal(1L, await ScalarAsync(
            "select count(*) from operation_events where type = 'RaterContactShown' and facts->>'rating' = $1::text and facts::text not like '%138%'", bad.Id));
        DeskCase.Done(await Act(handling => handling.TakeAsync(other, bad.Id, Begin(other), default)));
        Assert.IsType<RatingNotYours>((await ShowAsync(colleague, bad, "Once more")).Refusal);
    }

    [Fact]
    public async Task OverAndDone_TheUnitSeesTheCase()
    {
        var colleague = await people.OfficerAsync(PortalRole.TownReviewer, RatedCases.Town);
        var bad = await cases.BadAsync();
        var today = portal.Services.GetRequiredService<PortalTimeZone>().Today;
        DeskCase.Done(await Act(handling => handling.TakeAsync(colleague, bad.Id, Begin(colleague), default)));
        DeskCase.Done(await Act(handling => handling.ContactAsync(colleague, bad.Id, new RaterContact(today, ContactWay.Phone, true, "Heard."), Begin(colleague), default)));
        DeskCase.Done(await Act(handling => handling.RectifyAsync(colleague, bad.Id, "Mended.", Begin(colleague), default)));
        Assert.Null(await Desk.FindAsync(bad.Officer, bad.Id, default));
        DeskCase.Done(await portal.Services.GetRequiredService<RatingService>().FollowUpAsync(bad.Talent, bad.Id, new RatingAnswer(5, [], ""), Guid.NewGuid(), default));
        var row = (await Desk.FindAsync(bad.Officer, bad.Id, default))!;
        Assert.Equal((bad.Number, RatingStatus.Closed), (row.CaseNumber, row.Status));
        Assert.NotEqual(bad.Talent.DisplayName, row.SubjectMasked);
    }

    [Fact]
    public async Task GoodRating_IsListedForNoOfficer()
    {
        var colleague = await people.OfficerAsync(PortalRole.TownReviewer, RatedCases.Town);
        var good = await cases.AskAsync();
        DeskCase.Done(await cases.GiveAsync(good, 5));
        Assert.Null(await Desk.FindAsync(colleague, good.Id, default));
        Assert.Null(await Desk.FindAsync(await people.DemoAsync("office@demo"), good.Id, default));
    }

    private Operation Begin(Actor actor) => cases.Begin("RatingHandling", actor);

    private Task<TalentPortal.Core.Kernel.Result> Act(Func<RatingHandling, Task<TalentPortal.Core.Kernel.Result>> act) =>
        cases.ActAsync((handling, _) => act(handling));

    private Task<TalentPortal.Core.Kernel.Result<RaterContactData>> ShowAsync(Actor actor, RatedCase rated, string reason) =>
        cases.ActAsync((handling, _) => handling.ShowContactAsync(actor, rated.Id, reason, Begin(actor), default));

    private Task<object?> ScalarAsync(string sql, Guid id) => portal.Database.ScalarAsync(sql, id);
}
