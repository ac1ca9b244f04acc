using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.TalentCards.Dues;
using TalentPortal.Core.Tests.Reviews;
using TalentPortal.TestCommon.People;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards.Dues;

/// <summary>What a holder is told to apply for, and what the office reads of it, on the services and benefits of the seed data.</summary>
public sealed class DueBenefitsTests(ReminderTests.QuietPortal portal) : IClassFixture<ReminderTests.QuietPortal>
{
    [Fact]
    public async Task Of_AHolder_IsWhatTheCardGivesAndIsAppliedFor_UntilItOrItsRivalIsAskedFor()
    {
        var holders = new AllowanceHolders(portal);
        var held = await holders.Cards.IssueAsync();
        Assert.Equal(["rent-allowance", "living-allowance"], await DueAsync(held.Talent));
        Assert.True((await holders.ApplyAsync(held)).Succeeded);
        Assert.Equal(["rent-allowance"], await DueAsync(held.Talent));
        var mine = Assert.Single(await Standings.ListAsync(await holders.OfficeAsync(), "living-allowance", default), one => one.CardId == held.CardId);
        Assert.Equal([BenefitSide.Qualified, BenefitSide.Applied, BenefitSide.Open], Enum.GetValues<BenefitSide>().Where(mine.IsOn));
        var rent = Assert.Single(await Standings.ListAsync(await holders.OfficeAsync(), "rent-allowance", default), one => one.CardId == held.CardId);
        Assert.Equal([BenefitSide.Qualified, BenefitSide.Waiting], Enum.GetValues<BenefitSide>().Where(rent.IsOn));
        Assert.Empty(await Standings.ListAsync(held.Talent, benefit: null, default));
        await portal.Database.ScalarAsync("update talent_cards set status = 'Suspended' where case_id = $1", held.CardId);
        Assert.Empty(await DueAsync(held.Talent));
        Assert.False(Assert.Single(await Standings.ListAsync(await holders.OfficeAsync(), "living-allowance", default), one => one.ApplicationNumber == mine.ApplicationNumber).IsOn(BenefitSide.Qualified));
    }

    [Fact]
    public async Task Of_SomebodyWithoutCardOrRecognition_IsNothing() => Assert.Empty(await DueAsync(await new TestPeople(portal.Services).TalentAsync()));

    private BenefitStandings Standings => portal.Services.GetRequiredService<BenefitStandings>();

    private async Task<IReadOnlyList<string?>> DueAsync(Actor actor)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<DueBenefits>().OfAsync(actor, default)).Select(one => one.Entitlement?.Benefit.Code)];
    }
}
