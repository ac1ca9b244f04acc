using TalentPortal.EndToEnd.Tests.Browsing;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>One recognition from a new account to the check of its certificate, in parts that follow upon each other.</summary>
public abstract class RecognitionJourneyTests(JourneyPortal portal, ChromiumFixture chromium, RecognitionProgress progress, int width, int height)
    : IClassFixture<JourneyPortal>, IClassFixture<ChromiumFixture>, IClassFixture<RecognitionProgress>
{
    private protected RecognitionWalk Walk => progress.Walk(portal, chromium, width, height);

    [Fact]
    public async Task NewcomerRegistersAndApplies()
    {
        await Walk.ApplyAsync();
        Assert.Equal(RecognitionStage.Applied, Walk.Stage);
    }

    [Fact]
    public async Task VillageRecommendsAndTownChecks()
    {
        await Walk.RecommendAsync();
        Assert.Equal(RecognitionStage.Recommended, Walk.Stage);
    }

    [Fact]
    public async Task DepartmentAndUnitsCheck()
    {
        await Walk.CheckAsync();
        Assert.Equal(RecognitionStage.Checked, Walk.Stage);
    }

    [Fact]
    public async Task ExpertsScore()
    {
        await Walk.ScoreAsync();
        Assert.Equal(RecognitionStage.Scored, Walk.Stage);
    }

    [Fact]
    public async Task TalentIsRecognisedAndTheCertificateHolds()
    {
        await Walk.RecogniseAsync();
        Assert.Equal(RecognitionStage.Recognised, Walk.Stage);
    }
}
