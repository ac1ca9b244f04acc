using System.Globalization;
using TalentPortal.Core.Catalogue.Scores;

namespace TalentPortal.Core.Catalogue.Reading;

/// <summary>Reads the score table.</summary>
internal static class ScoreReading
{
    public static ScoreTable? Score(JsonCursor item)
    {
        if (!item.Has("score")) return null;
        var score = item.Child("score");
        var table = new ScoreTable
        {
            RuleVersion = score.Text("ruleVersion"),
            Max = Points(score, "max"),
            Rounding = Rounding(score),
            Vetoes = FormReading.Unique(
                score.List("vetoes", v => new ScoreVeto(v.Text("code"), RuleReading.Condition(v, "when"), v.Localized("reason"))),
                v => v.Code, score, "vetoes"),
            Items = FormReading.Unique(score.List("items", Item), i => i.Code, score, "items"),
            Bonus = score.Has("bonus") ? Bonus(score) : null,
            CutOffs = FormReading.Unique(score.List("cutOffs", CutOff), c => c.Level, score, "cutOffs"),
            Panel = score.Has("panel") ? Panel(score) : null,
            Origin = OriginReading.Of(score),
        };
        score.Close();
        if (table.Items.Count == 0) score.Error("items", "a score table needs items");
        if (table.Items.Sum(i => i.Max) != table.Max) score.Error("max", "'max' is not the sum of the items' max");
        return table;
    }

    /// <summary>
    /// The item with its score table as codes too, so that a review form can let somebody choose one of the scored items and rules
    /// can read the most points it gives.
    /// </summary>
    public static ServiceItem WithItemCodes(ServiceItem item, JsonCursor cursor)
    {
        if (item.Score is not { } table) return item;
        if (item.CodeTables.ContainsKey(ScoreTable.ItemCodes))
            cursor.Error("codeTables", $"'{ScoreTable.ItemCodes}' is made from the score table");
        IEnumerable<ScoreItem> lines = table.Bonus is null ? table.Items : [.. table.Items, table.Bonus];
        var codes =
            lines.Select(line => new ItemCode(line.Code, line.Name, Parent: null, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["max"] = line.Max.ToString(CultureInfo.InvariantCulture),
            }));
        var tables = new Dictionary<string, ItemCodeTable>(item.CodeTables, StringComparer.Ordinal)
        {
            [ScoreTable.ItemCodes] = new ItemCodeTable(ScoreTable.ItemCodes, [.. codes], table.Origin),
        };
        return item with { CodeTables = tables };
    }

    private static ScoreItem Item(JsonCursor cursor)
    {
        var evidence = cursor.Texts("evidence");
        for (var i = 0; i < evidence.Count; i++) cursor.Log.Refer(ReferenceKind.Material, evidence[i], $"{cursor.At("evidence")}[{i}]");
        var item = new ScoreItem(
            cursor.Text("code"),
            cursor.Localized("name"),
            Points(cursor, "max"),
            FormReading.Unique(cursor.List("parts", Part), p => p.Code, cursor, "parts"),
            evidence,
            OriginReading.Of(cursor));
        if (item.Parts.Count == 0) cursor.Error("parts", "an item needs parts");
        return item;
    }

    private static ScorePart Part(JsonCursor cursor)
    {
        var tiers = FormReading.Unique(cursor.List("tiers", Tier), t => t.Code, cursor, "tiers");
        if (tiers.Count == 0) cursor.Error("tiers", "a part needs tiers");
        return new ScorePart(cursor.Text("code"), tiers);
    }

    private static ScoreTier Tier(JsonCursor cursor) => new(
        cursor.Text("code"), cursor.Localized("name"), RuleReading.Condition(cursor, "when"), Points(cursor, "points"));

    private static ScoreItem Bonus(JsonCursor score)
    {
        var cursor = score.Child("bonus");
        var bonus = Item(cursor);
        cursor.Close();
        if (bonus.Parts.Count > 1) cursor.Error("parts", "only the highest bonus counts: the bonus has exactly one part");
        return bonus;
    }

    private static ScoreCutOff CutOff(JsonCursor cursor)
    {
        var and = RuleReading.OptionalCondition(cursor, "and");
        return new ScoreCutOff(
            cursor.Text("level"),
            RuleReading.Value(cursor, "least"),
            and,
            and is null ? LocalizedText.Empty : cursor.Localized("andText"),
            cursor.Has("siteVisit") && cursor.Flag("siteVisit"),
            OriginReading.Of(cursor));
    }

    private static PanelRules Panel(JsonCursor score)
    {
        var cursor = score.Child("panel");
        var panel = new PanelRules(
            RuleReading.Value(cursor, "minExperts"),
            RuleReading.Value(cursor, "maxExperts"),
            RuleReading.Value(cursor, "mustBeOdd"),
            RuleReading.Value(cursor, "trimFrom"),
            RuleReading.Value(cursor, "maxSpread"),
            Rounding(cursor),
            OriginReading.Of(cursor));
        cursor.Close();
        return panel;
    }

    private static ScoreRounding Rounding(JsonCursor owner)
    {
        var cursor = owner.Child("rounding");
        var rounding = new ScoreRounding(cursor.Whole("decimals", 0, 4), cursor.Choice<RoundingMode>("mode"));
        cursor.Close();
        return rounding;
    }

    private static decimal Points(JsonCursor cursor, string name)
    {
        var points = cursor.Number(name);
        if (points is >= 0 and <= 100_000) return points;
        cursor.Error(name, $"'{name}' must lie between 0 and 100000");
        return 0;
    }
}
