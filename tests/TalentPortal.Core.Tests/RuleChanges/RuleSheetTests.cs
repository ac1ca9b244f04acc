using System.Text.Json.Nodes;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Sheets;
using TalentPortal.Core.Tests.Catalogue;
using Xunit;

namespace TalentPortal.Core.Tests.RuleChanges;

/// <summary>What of an item's rules can be changed in a form, and how it is put back.</summary>
public sealed class RuleSheetTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);

    [Theory]
    [InlineData("score/items/leading/max", "20", RuleLeafKind.Cap)]
    [InlineData("score/items/leading/parts/households/tiers/fifty/points", "20", RuleLeafKind.Points)]
    [InlineData("score/items/leading/parts/households/tiers/fifty/when/value", "50", RuleLeafKind.Threshold)]
    [InlineData("score/items/scale/parts/highest/tiers/years5/when/all/1/value", "5", RuleLeafKind.Threshold)]
    [InlineData("score/items/conduct/parts/vote/tiers/high/when/value", "village.voteHighShare", RuleLeafKind.Parameter)]
    [InlineData("score/bonus/parts/highest/tiers/city/points", "4", RuleLeafKind.Points)]
    [InlineData("score/cutOffs/senior/least", "recog.cutSenior", RuleLeafKind.Parameter)]
    [InlineData("eligibility/maxAge/must/value", "recog.maxAge", RuleLeafKind.Parameter)]
    [InlineData("lookups/scaleBase/values/family-farm", "50", RuleLeafKind.Scale)]
    [InlineData("score/rounding/decimals", "1", RuleLeafKind.Decimals)]
    public void Leaves_OfTheRecognition_StandAtTheirPaths(string path, string value, RuleLeafKind kind)
    {
        var leaf = Sheet().Leaves[path];

        Assert.Equal((value, kind), (leaf.Text, leaf.Kind));
    }

    [Fact]
    public void Leaves_WhichRowsCount_AndAnyRowAtAll_AreNoThresholds() =>
        Assert.DoesNotContain(Sheet().Leaves.Keys, path => path.Contains("where", StringComparison.Ordinal)
            || path.StartsWith("score/items/skill/parts/highest/tiers/junior/when", StringComparison.Ordinal));

    [Fact]
    public void Apply_EveryLeafWithItsOwnValue_ChangesNothingButTheRulesVersion()
    {
        var (before, after) = (Content(), Content());
        var set = Sheet().Leaves.Values.Where(leaf => leaf.Kind is not RuleLeafKind.Parameter).ToDictionary(leaf => leaf.Path, leaf => new RuleStep(leaf.Value.DeepClone(), leaf.Value.DeepClone()), StringComparer.Ordinal);

        Assert.Empty(RulePatch.Apply(after, set, Day));

        before["score"]!["ruleVersion"] = "2026-12-01";
        Assert.True(JsonNode.DeepEquals(before, after));
    }

    [Fact]
    public void Apply_ACap_MovesTheSum_AndTheItemCanBeRead()
    {
        var content = Content();

        Assert.Empty(RulePatch.Apply(content, Set("score/items/skill/max", 25, 30), Day));

        var item = SeedItems.Read(content.ToJsonString(), "talent-recognition");
        Assert.Equal((105m, 30m, "2026-12-01"), (item.Score!.Max, item.Score.Items.Single(line => line.Code == "skill").Max, item.Score.RuleVersion));
    }

    [Fact]
    public void Apply_WhereSomethingElseStandsByNow_NamesThePathAndChangesNothing()
    {
        var content = Content();

        Assert.Equal(["score/items/skill/max"], RulePatch.Apply(content, Set("score/items/skill/max", 24, 30), Day));
        Assert.Equal(["score/items/gone/max"], RulePatch.Apply(content, Set("score/items/gone/max", 25, 30), Day));

        Assert.True(JsonNode.DeepEquals(Content(), content));
    }

    [Theory]
    [InlineData("score/items/leading/max", "-1", typeof(RuleValueTooSmall))]
    [InlineData("score/items/leading/max", "100001", typeof(RuleValueTooLarge))]
    [InlineData("score/items/leading/max", "a lot", typeof(RuleValueNotNumber))]
    [InlineData("score/rounding/decimals", "5", typeof(RuleValueTooLarge))]
    [InlineData("score/rounding/decimals", "1.5", typeof(RuleValueNotWhole))]
    [InlineData("lookups/scaleBase/values/family-farm", "0", typeof(RuleScaleZero))]
    [InlineData("score/items/leading/parts/households/tiers/fifty/name/zh", " ", typeof(RuleWordingMissing))]
    [InlineData("score/cutOffs/senior/least", "80", typeof(RuleNotFound))]
    public void Read_BadInput_IsRefused(string path, string typed, Type refusal) => Assert.IsType(refusal, Sheet().Leaves[path].Read(typed).Refusal);

    internal static JsonObject Content() => JsonNode.Parse(SeedItems.Json("talent-recognition"))!.AsObject();

    internal static Dictionary<string, RuleStep> Set(string path, decimal was, decimal now) =>
        new(StringComparer.Ordinal) { [path] = new RuleStep(JsonValue.Create(was), JsonValue.Create(now)) };

    private static RuleSheet Sheet() => new(SeedItems.Recognition, Content(), SeedItems.Tables);
}
