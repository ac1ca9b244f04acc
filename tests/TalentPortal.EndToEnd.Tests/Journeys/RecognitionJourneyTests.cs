using TalentPortal.EndToEnd.Tests.Browsing;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>One recognition from a new account to the check of its certificate, in parts that follow upon each other.</summary>
public abstract class RecognitionJourneyTests(JourneyPortal portal, ChromiumFixture chromium, RecognitionProgress progress, int width, int height)
    : IClassFixture<JourneyPortal>, IClassFixture<ChromiumFixture>, IClassFixture<RecognitionProgress>
{
    private protected RecognitionWalk Walk => progress.Walk(portal, chromium, width, height);

    [Fact]
    public Task NewcomerRegistersAndApplies() => Walk.ApplyAsync();

    [Fact]
    public Task VillageRecommendsAndTownChecks() => Walk.RecommendAsync();

    [Fact]
    public Task DepartmentAndUnitsCheck() => Walk.CheckAsync();

    [Fact]
    public Task ExpertsScore() => Walk.ScoreAsync();

    [Fact]
    public Task TalentIsRecognisedAndTheCertificateHolds() => Walk.RecogniseAsync();
}
