using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using TalentPortal.Core.Catalogue.Scores;
using TalentPortal.Core.RuleChanges.Replays;
using TalentPortal.Core.RuleChanges.Sheets;
using TalentPortal.Core.Tests.Catalogue;
using Xunit;

namespace TalentPortal.Core.Tests.RuleChanges;

/// <summary>A changed rule played on made-up cases, worked by hand.</summary>
public sealed class RuleReplayTests
{
    private static readonly RuleReading Present = new(SeedItems.Recognition, SeedItems.Parameters.AsOf(SeedItems.Today), SeedItems.Tables);

    [Fact]
    public void Play_ALowerLine_LiftsWhoIsAboveIt()
    {
        // Skill 15, scale 16, results 10, leading 14, training 8 and the bonus 4: 67 points without a vote, a junior's.
        var farmer = Compare(Case(Applicants.FamilyFarm()), With("recog.cutIntermediate", 65));

        Assert.Equal(("junior", "intermediate", true, 67m), (farmer.Before.Code, farmer.After.Code, farmer.IsBetter(SeedItems.Recognition), farmer.After.Total!.Value));
        Assert.Equal([new ReplayCriterion(ReplayCriterionKind.Line, "intermediate", "70", "65")], farmer.Criteria());
        Assert.False(Compare(Case(Applicants.FamilyFarm()), With("recog.cutIntermediate", 68)).IsChanged);
    }

    [Fact]
    public void Play_AHigherLine_LowersWhoIsBelowIt()
    {
        var farmer = Compare(Case(Applicants.FamilyFarm()), With("recog.cutJunior", 68));

        Assert.Equal(("junior", nameof(ReplayVerdict.BelowLine), false), (farmer.Before.Code, farmer.After.Code, farmer.IsBetter(SeedItems.Recognition)));
    }

    [Fact]
    public void Play_MorePointsForATier_SayWhichAndWhatTheTotalBecomes()
    {
        var farmer = Compare(Case(Applicants.FamilyFarm()), With(RuleSheetTests.Set("score/items/leading/parts/households/tiers/twenty/points", 14, 18)));

        Assert.Equal(("junior", "intermediate"), (farmer.Before.Code, farmer.After.Code));
        Assert.Equal(
            [new ReplayCriterion(ReplayCriterionKind.Points, "leading", "14", "18"), new ReplayCriterion(ReplayCriterionKind.Total, "total", "67", "71")],
            farmer.Criteria());
    }

    [Fact]
    public void Play_AThresholdOrAScale_CountsAsTheTableSays()
    {
        // 23 households are no longer twenty-five: 8 points and 61 in all stay a junior's.
        var threshold = Compare(Case(Applicants.FamilyFarm()), With(RuleSheetTests.Set("score/items/leading/parts/households/tiers/twenty/when/value", 20, 25)));
        Assert.Equal((61m, false), (threshold.After.Total!.Value, threshold.IsChanged));
        // 120 mu of 70 are no longer twice the base: 12 points in place of 16.
        var scale = Compare(Case(Applicants.FamilyFarm()), With(RuleSheetTests.Set("lookups/scaleBase/values/family-farm", 50, 70)));
        Assert.Equal((63m, false), (scale.After.Total!.Value, scale.IsChanged));
    }

    [Fact]
    public void Play_ACondition_ShutsTheDoorAndSaysWhatWasCompared()
    {
        var farmer = Compare(Case(Applicants.FamilyFarm()), With("recog.maxAge", 35));

        Assert.Equal(("junior", nameof(ReplayVerdict.NotEligible)), (farmer.Before.Code, farmer.After.Code));
        Assert.Equal([new ReplayCriterion(ReplayCriterionKind.Condition, "maxAge", "36 ≤ 60", "36 ≤ 35")], farmer.Criteria());
    }

    [Fact]
    public void Play_WithAPanel_GoesByItsScores()
    {
        // Three experts give 80 in all; the teacher has an associate senior title.
        var judged = Case(Applicants.Teacher()) with { Given = Panel(80, 80, 80) };
        var line = Compare(judged, With("recog.cutSenior", 80));
        Assert.Equal(("intermediate", "senior", true), (line.Before.Code, line.After.Code, line.After.IsByPanel));
        Assert.Equal([new ReplayCriterion(ReplayCriterionKind.Line, "senior", "85", "80")], line.Criteria());

        var few = Compare(judged, With("panel.minExperts", 5));
        Assert.Equal(nameof(ReplayVerdict.PanelNotValid), few.After.Code);
        Assert.Equal(ReplayCriterionKind.Panel, Assert.Single(few.Criteria()).Kind);

        // The table counts less for a paper: its own level goes, the experts' stays.
        var table = Compare(judged, With(RuleSheetTests.Set("score/items/skill/parts/highest/tiers/associateSenior/points", 20, 1)));
        Assert.Equal((false, false), (table.IsChanged, table.IsTableOnly));
        var lowered = Compare(Case(Applicants.FamilyFarm()) with { Given = Panel(80, 80, 80) },
            With(RuleSheetTests.Set("score/items/skill/parts/highest/tiers/intermediate/points", 15, 1)));
        Assert.Equal((false, true), (lowered.IsChanged, lowered.IsTableOnly));
    }

    [Fact]
    public void Play_ALowerCap_CountsWhatExpertsGaveAsTheCap()
    {
        var judged = Case(Applicants.Teacher()) with { Given = Panel(72, 72, 72) };

        var capped = Compare(judged, With(RuleSheetTests.Set("score/items/skill/max", 25, 10), RuleSheetTests.Set("score/items/skill/parts/highest/tiers/fullSenior/points", 25, 10)));

        Assert.Equal((72m, 64m), (capped.Before.Total!.Value, capped.After.Total!.Value));
        Assert.Equal(("intermediate", "junior"), (capped.Before.Code, capped.After.Code));
    }

    [Fact]
    public void Play_AnUnchangedRule_ChangesNobody()
    {
        var random = new Random(20261121);
        var same = With("recog.cutSenior", 85) with { Item = With(new Dictionary<string, RuleStep>(StringComparer.Ordinal)).Item };
        var verdicts = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 300; i++)
        {
            var one = RandomCase(random);
            var compared = new ReplayComparison(RuleReplay.Play(Present, one), RuleReplay.Play(same, one));
            verdicts.Add(compared.Before.Code);

            Assert.False(compared.IsChanged || compared.IsTableOnly, compared.Before.Code);
            Assert.Empty(compared.Criteria());
            Assert.Equal(compared.Before.Total, compared.After.Total);
        }

        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "junior", "intermediate", nameof(ReplayVerdict.NotEligible), nameof(ReplayVerdict.BelowLine) }, verdicts);
    }

    [Fact]
    public void Add_CountsByOutcomeTownAndCategory_AndSurvivesItsJson()
    {
        var (tally, town) = (new DryRunTally(), Guid.NewGuid());
        var higher = With("recog.cutJunior", 68);
        var farmer = Case(Applicants.FamilyFarm()) with { TownId = town };
        var teacher = Case(Applicants.Teacher());
        foreach (var (one, category) in new[] { (farmer, "production"), (farmer, "production"), (teacher, "public-service") })
            tally.Add(one, Compare(one, higher), SeedItems.Recognition, category);

        var read = DryRunTally.FromJson(tally.ToJson());

        Assert.Equal((2, 0, 2), (read.Changed, read.TableOnly, read.Cases.Count));
        Assert.Equal([("junior", "BelowLine", 2), ("BelowLine", "BelowLine", 1)], read.Outcomes.Select(one => (one.Before, one.After, one.Count)));
        Assert.Equal([new GroupCount(town.ToString(), 2, 0, 2), new GroupCount("", 1, 0, 0)], read.Towns);
        Assert.Equal([new GroupCount("production", 2, 0, 2), new GroupCount("public-service", 1, 0, 0)], read.Categories);
        Assert.Equal(tally.ToJson(), read.ToJson());
    }

    private static ReplayComparison Compare(ReplayCase one, RuleReading after) => new(RuleReplay.Play(Present, one), RuleReplay.Play(after, one));

    private static RuleReading With(string key, decimal value) =>
        Present with { Parameters = Present.Parameters.With(key, JsonSerializer.SerializeToElement(value)) };

    private static RuleReading With(params Dictionary<string, RuleStep>[] sets)
    {
        var content = RuleSheetTests.Content();
        Assert.Empty(RulePatch.Apply(content, sets.SelectMany(set => set).ToDictionary(StringComparer.Ordinal), SeedItems.Today));
        return Present with { Item = SeedItems.Read(content.ToJsonString(), "talent-recognition") };
    }

    private static ReplayCase Case(Dictionary<string, StringValues> form) => new()
    {
        CaseId = Guid.NewGuid(),
        SubmittedOn = SeedItems.Today,
        ScoredOn = SeedItems.Today,
        Answers = Posts.Answers(SeedItems.Recognition, form),
    };

    /// <summary>Experts who give each item its share of a total.</summary>
    private static List<ExpertScore> Panel(params decimal[] totals) => [.. totals.Select(total => new ExpertScore(
        Guid.NewGuid(), SeedItems.Recognition.Score!.Items.ToDictionary(line => line.Code, line => line.Max * total / 100, StringComparer.Ordinal)))];

    private static ReplayCase RandomCase(Random random)
    {
        var form = random.Next(2) == 0 ? Applicants.FamilyFarm() : Applicants.Teacher();
        foreach (var (field, most) in new[] { ("scale", 400), ("ledHouseholds", 80), ("apprentices", 9), ("trainees", 300), ("papers", 3), ("growthPercent", 20) })
            form[field] = random.Next(most).ToString(CultureInfo.InvariantCulture);
        if (random.Next(5) == 0) form["startedOn"] = "2025-01-01";
        var one = Case(form);
        if (random.Next(2) == 0) return one;
        var middle = random.Next(50, 95);
        return one with { Given = Panel([.. Enumerable.Range(0, 1 + random.Next(7)).Select(_ => (decimal)(middle + random.Next(-5, 6)))]) };
    }
}
