using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.TalentCards.Dues;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards.Dues;

/// <summary>What the rules of a service item say of answers that somebody gave before.</summary>
public sealed class DueServicesTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>
{
    [Fact]
    public async Task Of_SomebodyWhoTookTheApplicationBack_QualifiesByTheAnswersOfThatDay_UntilTheRulesSayOtherwise()
    {
        var journey = await Journey.BeginAsync(portal);
        var talent = await AgainAsync(journey.Talent);
        var on = portal.Services.GetRequiredService<PortalTimeZone>().Today;
        Assert.Empty(await DueAsync(talent));
        var withdrawn = await portal.Services.GetRequiredService<WithdrawalService>().WithdrawAsync(
            talent, journey.CaseId, "Not this year", journey.Begin("ApplicationWithdrawing", talent), default);
        Assert.True(withdrawn.Succeeded, withdrawn.Refusal?.ToString());
        portal.Clock.Advance(TimeSpan.FromDays(3));
        var due = Assert.Single(await DueAsync(talent));
        Assert.Equal(("talent-recognition", true, on), (due.Item.Key, due.Qualifies, due.AnsweredOn));
        Assert.All(due.Result.Findings, finding => Assert.NotEqual("", finding.Sentence.Zh));

        // The same answers, thirty years on: too old.
        portal.Clock.Advance(TimeSpan.FromDays(365 * 30));
        var later = Assert.Single(await DueAsync(talent));
        Assert.False(later.Qualifies);
        Assert.Equal(["maxAge"], later.Result.Failed.Select(finding => finding.Code));
    }

    [Fact]
    public async Task Of_SomebodyWhoAppliedForSomethingElse_KnowsThePersonOnly_AndGuessesNothing()
    {
        var held = await new CardHolders(portal).ApplyAsync();
        var due = Assert.Single(await DueAsync(held.Talent));
        Assert.False(due.Qualifies);
        Assert.Equal(["maxAge", "minAge"], due.Result.Findings.Where(finding => finding.Outcome is not Truth.Unknown).Select(finding => finding.Code));
        Assert.Empty(await DueAsync(await new TestPeople(portal.Services).TalentAsync()));
    }

    private async Task<Actor> AgainAsync(Actor actor) => (await portal.Services.GetRequiredService<ActorCache>().FindAsync(actor.UserId, default))!;

    private async Task<IReadOnlyList<DueService>> DueAsync(Actor actor)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DueServices>().OfAsync(actor, default);
    }
}
