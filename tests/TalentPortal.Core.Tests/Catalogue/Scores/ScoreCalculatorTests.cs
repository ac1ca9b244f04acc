using System.Text.Json;
using Microsoft.Extensions.Primitives;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Catalogue.Scores;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue.Scores;

/// <summary>The score table of the recognition, worked by hand.</summary>
public sealed class ScoreCalculatorTests
{
    [Fact]
    public void Calculate_FamilyFarm_IsIntermediate()
    {
        // vote 0.85 → 10; senior worker → 15; 120 of 50 mu = ×2.4 → 16; growth and variety → 10; 23 households → 14; 2 apprentices and
        // 150 trainees → 8; the higher of a city and a district award → 4. Together 77: above 70, below 85.
        var trace = Score(Applicants.FamilyFarm(), vote: "0.85");

        Assert.Equal([10m, 15m, 16m, 10m, 14m, 8m], trace.Lines.Select(l => l.Points));
        Assert.Equal(4, trace.Bonus!.Points);
        Assert.Equal(77, trace.Total);
        Assert.Equal("intermediate", trace.Level);
        Assert.Equal(8, trace.Levels[0].Missing);
    }

    [Fact]
    public void Calculate_Teacher_CountsYearsInPlaceOfScale()
    {
        // 0.6 → 6; associate professor → 20; 15 years → 20; a paper → 5; no household; 6 apprentices and 150 trainees → 10. Together 61.
        var trace = Score(Applicants.Teacher(), vote: "0.6");

        Assert.Equal([6m, 20m, 20m, 5m, 0m, 10m], trace.Lines.Select(l => l.Points));
        Assert.Equal(0, trace.Bonus!.Points);
        Assert.Equal("junior", trace.Level);
        Assert.Equal("years10", trace.Lines[2].Parts[0].Reached!.Code);
    }

    [Theory]
    [InlineData("0.8", 10)]
    [InlineData("0.7999", 6)]
    [InlineData("0.6", 6)]
    [InlineData("0.5999", 0)]
    public void Calculate_Vote_TurnsAtTheParameters(string vote, int points) =>
        Assert.Equal(points, Score(Applicants.FamilyFarm(), vote).Lines[0].Points);

    [Theory]
    [InlineData("scale", "49.99", 2, 0)]
    [InlineData("scale", "50", 2, 12)]
    [InlineData("scale", "100", 2, 16)]
    [InlineData("scale", "200", 2, 20)]
    [InlineData("skills[0].skill", "5", 1, 8)]
    [InlineData("skills[0].skill", "2", 1, 20)]
    [InlineData("skills[0].skill", "chief", 1, 25)]
    [InlineData("growthPercent", "9.9", 3, 5)]
    [InlineData("papers", "1", 3, 15)]
    [InlineData("ledHouseholds", "4", 4, 0)]
    [InlineData("ledHouseholds", "5", 4, 8)]
    [InlineData("ledHouseholds", "50", 4, 20)]
    [InlineData("trainees", "99", 5, 4)]
    [InlineData("apprentices", "5", 5, 10)]
    public void Calculate_Tier_TurnsAtItsFigure(string path, string value, int line, int points)
    {
        var form = Applicants.FamilyFarm();
        form[path] = value;

        Assert.Equal(points, Score(form, vote: "0.85").Lines[line].Points);
    }

    [Fact]
    public void Calculate_Item_NeverExceedsItsMax()
    {
        var form = Applicants.FamilyFarm();
        foreach (var path in new[] { "papers", "patents" }) form[path] = "9";

        Assert.Equal(15, Score(form, vote: "0.85").Lines[3].Points);
    }

    [Fact]
    public void Level_EnoughPointsWithoutTheFurtherCondition_IsNotSenior()
    {
        // 10 + 15 + 20 + 15 + 14 + 10 + 4 = 88, with 23 households, a city award and no title.
        var form = Applicants.FamilyFarm();
        (form["scale"], form["papers"], form["apprentices"]) = ("200", "1", "5");
        var without = Score(form, vote: "0.85");
        form["awards[1].level"] = "autonomous-region";
        var with = Score(form, vote: "0.85");

        Assert.Equal((88, "intermediate", Truth.No), (without.Total, without.Level, without.Levels[0].And));
        Assert.Equal((91, "senior"), (with.Total, with.Level));
    }

    [Fact]
    public void Levels_TotalOfAPanel_TellsTheGap()
    {
        // "Not approved this time: intermediate needs 70, you have 66."
        var form = Applicants.FamilyFarm();
        var context = SeedItems.Context(SeedItems.Recognition);
        var inputs = RuleInputs.Of(context, Posts.Answers(SeedItems.Recognition, form), FormAnswers.Empty, Posts.NoFiles);

        var levels = ScoreCalculator.Levels(context, inputs, total: 66);

        Assert.Equal([("senior", 19m), ("intermediate", 4m), ("junior", 0m)], levels.Select(l => (l.Level, l.Missing)));
        Assert.Equal("junior", levels.First(l => l.IsReached).Level);
    }

    [Fact]
    public void Calculate_Veto_LeavesNoLevel()
    {
        var trace = Score(Applicants.FamilyFarm(), vote: "0.85", finding: "discredited");

        Assert.Null(trace.Level);
        Assert.Equal("discredited", Assert.Single(trace.Vetoes).Code);
    }

    [Fact]
    public void Calculate_BeforeTheVote_ShowsWhatIsStillOpen()
    {
        var trace = Score(Applicants.FamilyFarm(), vote: null);

        Assert.Equal(67, trace.Total);
        Assert.Equal([Truth.Unknown, Truth.Unknown], trace.Lines[0].Parts[0].Better.Select(t => t.Outcome));
    }

    [Fact]
    public void Trace_EachPoint_NamesRuleInputAndEvidence()
    {
        var trace = Score(Applicants.FamilyFarm(), vote: "0.85");
        var households = trace.Lines.Single(l => l.Code is "leading");

        Assert.Equal(("RC010001", SeedItems.Recognition.Version, "2026-1"), (trace.ItemCode, trace.ItemVersion, trace.RuleVersion));
        Assert.Equal(SeedItems.Recognition.Checksum, trace.ItemChecksum);
        Assert.Equal(["householdList"], households.Evidence);
        Assert.Equal([new RuleFact("ledHouseholds", Comparison.Ge, "23", "20", Truth.Yes)], households.Parts[0].Reached!.Facts);
        Assert.Equal("fifty", Assert.Single(households.Parts[0].Better).Code);
    }

    [Fact]
    public void Trace_Stored_ReadsBackAndRecomputesToTheSameTotal()
    {
        var random = new Random(3);
        for (var run = 0; run < 300; run++)
        {
            var form = run % 2 == 0 ? Applicants.FamilyFarm() : Applicants.Teacher();
            foreach (var path in new[] { "scale", "growthPercent", "patents", "papers", "ledHouseholds", "apprentices", "trainees" })
                form[path] = random.Next(0, 200).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var trace = Score(form, vote: "0.7");
            var stored = JsonSerializer.Deserialize<ScoreTrace>(JsonSerializer.Serialize(trace))!;

            Assert.Equal(trace.Total, trace.Recompute());
            Assert.Equal(trace.Total, stored.Recompute());
            Assert.Equal(trace.Level, stored.Level);
        }
    }

    [Theory]
    [InlineData(RoundingMode.HalfUp, 1, "66.25", "66.3")]
    [InlineData(RoundingMode.HalfEven, 1, "66.25", "66.2")]
    [InlineData(RoundingMode.Down, 1, "66.29", "66.2")]
    [InlineData(RoundingMode.HalfUp, 0, "84.5", "85")]
    public void Round_Half_FollowsTheMode(RoundingMode mode, int decimals, string value, string expected) => Assert.Equal(
        decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        new ScoreRounding(decimals, mode).Round(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    private static ScoreTrace Score(Dictionary<string, StringValues> form, string? vote, string? finding = null)
    {
        var review = FormAnswers.Empty;
        if (vote is not null)
        {
            review = review.With("votesPresent", new AnswerValue.Number(100))
                .With("votesFor", new AnswerValue.Number(100 * decimal.Parse(vote, System.Globalization.CultureInfo.InvariantCulture)));
        }

        if (finding is not null)
        {
            var found = new Dictionary<string, AnswerValue>(StringComparer.Ordinal) { ["finding"] = new AnswerValue.Text(finding) };
            review = review.With("jointFinding", new AnswerValue.Rows([new AnswerValue.Group(found)]));
        }

        var context = SeedItems.Context(SeedItems.Recognition);
        return ScoreCalculator.Calculate(context, RuleInputs.Of(context, Posts.Answers(SeedItems.Recognition, form), review, Posts.NoFiles));
    }
}
