using System.Globalization;
using TalentPortal.Core.Catalogue.Scores;
using TalentPortal.Core.Kernel;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue.Scores;

public sealed class ExpertPanelScoreTests
{
    [Fact]
    public void Combine_FiveExperts_DropsHighestAndLowest()
    {
        // 62, 70, 71, 75, 90: without 62 and 90 the mean is 216 / 3 = 72; the spread of 28 is above 20.
        var panel = Combine(70, 90, 62, 75, 71).Value;

        Assert.Equal((72, 28, true), (panel.Total, panel.Spread, panel.NeedsDiscussion));
        Assert.Equal([Expert(2), Expert(1)], panel.Dropped);
        Assert.Equal([62m, 70m, 71m, 75m, 90m], panel.Scores.Select(s => s.Total));
    }

    [Fact]
    public void Combine_ThreeExperts_KeepsAllAndRoundsHalfUp()
    {
        // 70 + 71 + 70 = 211 / 3 = 70.333… → 70.3
        var panel = Combine(70, 71, 70).Value;

        Assert.Equal((70.3m, 1, false), (panel.Total, panel.Spread, panel.NeedsDiscussion));
        Assert.Empty(panel.Dropped);
    }

    [Fact]
    public void Combine_SpreadAtTheLimit_NeedsNoDiscussion() => Assert.False(Combine(60, 70, 80).Value.NeedsDiscussion);

    [Fact]
    public void Combine_EqualScores_DropsOneOfEach()
    {
        var panel = Combine(70, 70, 70, 70, 70).Value;

        Assert.Equal(70, panel.Total);
        Assert.Equal([Expert(0), Expert(4)], panel.Dropped);
    }

    [Fact]
    public void Combine_ScoresByItem_AveragesOverTheSameExperts()
    {
        var panel = ExpertPanelScore.Combine(SeedItems.Context(SeedItems.Recognition), [
            Items(0, 10, 20), Items(1, 8, 10), Items(2, 0, 0), Items(3, 9, 15), Items(4, 10, 25)]).Value;

        // 0 and 35 are dropped; 30, 18 and 24 stay.
        Assert.Equal(24, panel.Total);
        Assert.Equal((9, 15), (panel.Items["conduct"], panel.Items["skill"]));
    }

    [Fact]
    public void Combine_AnyOrder_GivesTheSame()
    {
        var random = new Random(5);
        for (var run = 0; run < 100; run++)
        {
            var scores = Enumerable.Range(0, 7).Select(i => Total(i, random.Next(0, 110))).ToArray();
            var one = ExpertPanelScore.Combine(SeedItems.Context(SeedItems.Recognition), scores).Value;
            random.Shuffle(scores);
            var other = ExpertPanelScore.Combine(SeedItems.Context(SeedItems.Recognition), scores).Value;

            Assert.Equal((one.Total, one.Spread), (other.Total, other.Spread));
            Assert.Equal(one.Dropped, other.Dropped);
            Assert.InRange(one.Total, scores.Min(s => s.Total), scores.Max(s => s.Total));
        }
    }

    [Theory]
    [InlineData("TooFewExperts", 80, 81)]
    [InlineData("TooFewExperts")]
    [InlineData("ExpertsNotOdd", 80, 81, 82, 83)]
    [InlineData("TooManyExperts", 80, 81, 82, 83, 84, 85, 86, 87, 88)]
    [InlineData("ExpertPointsOutOfRange", 80, 81, 111)]
    [InlineData("ExpertPointsOutOfRange", 80, 81, -1)]
    public void Combine_WrongPanel_IsRefused(string expected, params int[] totals) =>
        Assert.Equal(expected, Combine(totals).Refusal!.Key);

    [Fact]
    public void Combine_ExpertTwiceOrOtherItems_IsRefused()
    {
        var context = SeedItems.Context(SeedItems.Recognition);

        Assert.Equal("ExpertScoredTwice", ExpertPanelScore.Combine(context, [Total(0, 70), Total(1, 71), Total(0, 72)]).Refusal!.Key);
        Assert.Equal("ExpertItemsDiffer", ExpertPanelScore.Combine(context, [Total(0, 70), Total(1, 71), Items(2, 9, 9)]).Refusal!.Key);
        Assert.Equal("ExpertPointsOutOfRange", ExpertPanelScore.Combine(context, [Items(0, 11, 1), Items(1, 1, 1), Items(2, 1, 1)]).Refusal!.Key);
    }

    private static Result<PanelScore> Combine(params int[] totals) =>
        ExpertPanelScore.Combine(SeedItems.Context(SeedItems.Recognition), [.. totals.Select((t, i) => Total(i, t))]);

    private static ExpertScore Total(int expert, decimal points) =>
        new(Expert(expert), new Dictionary<string, decimal>(StringComparer.Ordinal) { ["total"] = points });

    private static ExpertScore Items(int expert, decimal conduct, decimal skill) =>
        new(Expert(expert), new Dictionary<string, decimal>(StringComparer.Ordinal) { ["conduct"] = conduct, ["skill"] = skill });

    private static Guid Expert(int number) => new(number.ToString("x32", CultureInfo.InvariantCulture));
}
