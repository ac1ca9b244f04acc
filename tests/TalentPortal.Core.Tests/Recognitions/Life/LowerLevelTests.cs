using TalentPortal.Core.Recognitions.Life;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Recognitions.Life;

/// <summary>A lower level does not take the place of a higher one: neither asked for, nor proposed, nor issued.</summary>
public sealed class LowerLevelTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task LowerLevel_IsRefusedAtTheHandInAndAtTheProposal_TheHigherOneStays()
    {
        var talent = await RecognisedTalent.BeginAsync(portal);
        await talent.GoToAsync(2027, 4, 1);
        Assert.Equal("intermediate", await talent.Journey.ScalarAsync("select level from recognitions where case_id = $1"));
        var asked = Assert.IsType<LevelAppliedBelowHeld>((await talent.ApplyAgainAsync("junior")).Refusal);
        Assert.Equal("Intermediate", asked.Held.En);

        var again = (await talent.ApplyAgainAsync()).Value;
        await again.ReachCompilationAsync(points: 10);
        var refused = Assert.IsType<LevelBelowHeld>((await again.TryDecideAsync(Journey.Office, "approval", "Propose")).Refusal);
        Assert.Equal(("Intermediate", (await talent.VerifyAsync()).ValidTo), (refused.Held.En, refused.HeldTo));
        await again.DecideAsync(Journey.Office, "approval", "Refuse", "The level held is higher.");
        await again.AssertEndedAsync("Refused");
        Assert.Equal("Valid", await talent.StatusAsync());
    }

    [Fact]
    public async Task LowerLevel_IssuedAllTheSame_LeavesTheHigherOneInForce()
    {
        var talent = await RecognisedTalent.BeginAsync(portal, points: 10);
        await talent.GoToAsync(2027, 4, 1);
        var again = (await talent.ApplyAgainAsync()).Value;
        await again.ReachDistrictNoticeAsync(points: 10);
        // While the notice hangs, the one that is held turns out to be higher: nobody decides any more.
        await talent.Journey.ScalarAsync("update recognitions set level = 'senior' where case_id = $1");
        await again.PassDaysAsync(5);
        await portal.RunJobsAsync();
        Assert.Equal(("Valid", "Issued"), (await talent.StatusAsync(), await again.ScalarAsync("select kind from recognition_events where case_id = $1")));
    }
}
