using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Ratings.Handling;
using TalentPortal.Core.Ratings.Queries;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Ratings;

/// <summary>A unit's appeal is decided by another unit.</summary>
public sealed class RatingAppealTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly RatedCases cases = new(portal);
    private readonly TestPeople people = new(portal.Services);

    [Fact]
    public async Task Appeal_ByItsHandler_IsDecidedByTheTalentOfficeAndToldToBoth()
    {
        var (colleague, other) = (await TownAsync(), await TownAsync());
        var office = await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office");
        var bad = await cases.BadAsync();
        Assert.IsType<RatingNotYours>((await AppealAsync(other, bad)).Refusal);
        DeskCase.Done(await cases.ActAsync((handling, _) => handling.TakeAsync(colleague, bad.Id, Begin(colleague), default)));
        DeskCase.Done(await AppealAsync(colleague, bad));
        Assert.IsType<RatingAppealOfOwnUnit>((await DecideAsync(colleague, bad, upheld: true)).Refusal);
        Assert.IsType<RatingAppealOfOwnUnit>((await DecideAsync(other, bad, upheld: true)).Refusal);
        Assert.IsType<CaseNotFound>((await DecideAsync(bad.Officer, bad, upheld: true)).Refusal);
        var row = Assert.Single(await portal.Services.GetRequiredService<RatingDesk>().ListAsync(office, RatingView.Appealed, default), one => one.Id == bad.Id);
        Assert.True(row.MayDecide);
        DeskCase.Done(await DecideAsync(office, bad, upheld: true));
        Assert.Equal("Closed|true|Upheld|2", await ScalarAsync(
            "select status || '|' || excluded || '|' || appeal_status || '|' || level from ratings where case_id = $1", bad.Id));
        Assert.Equal($"{bad.Talent.UserId}|{colleague.UserId}", await ScalarAsync(
            """
            select (select recipient_id from outbox_messages where case_id = $1 and template = 'rating-appeal-result') || '|'
              || (select recipient_id from outbox_messages where case_id = $1 and template = 'rating-appeal-decided')
            """, bad.Id));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Appeal_Rejected_TheRatingGoesOnAndCannotBeAppealedAgain()
    {
        var colleague = await TownAsync();
        var office = await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office");
        var bad = await cases.BadAsync();
        DeskCase.Done(await cases.ActAsync((handling, _) => handling.TakeAsync(colleague, bad.Id, Begin(colleague), default)));
        Assert.IsType<RatingNoteInvalid>((await cases.ActAsync((_, appeals) => appeals.AppealAsync(colleague, bad.Id, "Malicious", "", Begin(colleague), default))).Refusal);
        DeskCase.Done(await AppealAsync(colleague, bad));
        DeskCase.Done(await DecideAsync(office, bad, upheld: false));
        Assert.IsType<RatingAppealNotOpen>((await DecideAsync(office, bad, upheld: true)).Refusal);
        Assert.IsType<RatingAppealedAlready>((await AppealAsync(colleague, bad)).Refusal);
        Assert.Equal("ToContact|false", await ScalarAsync("select status || '|' || excluded from ratings where case_id = $1", bad.Id));
    }

    private Task<Actor> TownAsync() => people.OfficerAsync(PortalRole.TownReviewer, RatedCases.Town);

    private Operation Begin(Actor actor) => cases.Begin("RatingAppealing", actor);

    private Task<Result> AppealAsync(Actor actor, RatedCase rated) =>
        cases.ActAsync((_, appeals) => appeals.AppealAsync(actor, rated.Id, "He never was here.", "The visitors' book, at the counter.", Begin(actor), default));

    private Task<Result> DecideAsync(Actor actor, RatedCase rated, bool upheld) =>
        cases.ActAsync((_, appeals) => appeals.DecideAsync(actor, rated.Id, upheld, "We read the book.", Begin(actor), default));

    private Task<object?> ScalarAsync(string sql, Guid id) => portal.Database.ScalarAsync(sql, id);
}
