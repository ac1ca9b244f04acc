using System.Text.Json.Nodes;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Standards.Codes;

namespace TalentPortal.Core.RuleChanges.Sheets;

/// <summary>The numbers and words of an item's rules as a form shows them, in the order of the rules. Pure.</summary>
public sealed class RuleSheet
{
    private readonly ServiceItem item;
    private readonly CodeTables tables;
    private readonly ThresholdReading thresholds;

    /// <summary>Lays an item's rules out.</summary>
    /// <param name="item">The item, for names.</param>
    /// <param name="content">Its JSON.</param>
    /// <param name="tables">The portal's code tables, for names.</param>
    public RuleSheet(ServiceItem item, JsonObject content, CodeTables tables)
    {
        (this.item, this.tables, thresholds) = (item, tables, new ThresholdReading(item));
        Groups = [.. Read(content).Where(group => group.Rows.Count > 0)];
        Leaves = Groups.SelectMany(group => group.Rows).SelectMany(row => row.Leaves)
            .ToDictionary(leaf => leaf.Path, StringComparer.Ordinal);
    }

    /// <summary>Its parts.</summary>
    public IReadOnlyList<RuleGroup> Groups { get; }

    /// <summary>Every value by its path.</summary>
    public IReadOnlyDictionary<string, RuleLeaf> Leaves { get; }

    private IEnumerable<RuleGroup> Read(JsonObject content)
    {
        yield return new RuleGroup(RuleGroupKind.Conditions, LocalizedText.Empty, [.. Of(content["eligibility"])
            .Select(rule => thresholds.Of(rule["must"], $"eligibility/{Code(rule)}/must").ToList()).Where(leaves => leaves.Count > 0)
            .Select(leaves => new RuleRow(leaves[0].Subject, leaves))]);
        if (content["score"] is JsonObject score)
        {
            foreach (var line in Of(score["items"])) yield return Line(RuleGroupKind.Item, line, $"score/items/{Code(line)}");
            if (score["bonus"] is JsonObject bonus) yield return Line(RuleGroupKind.Bonus, bonus, "score/bonus");
            yield return new RuleGroup(RuleGroupKind.Levels, LocalizedText.Empty, [.. Of(score["cutOffs"]).Select(Level)]);
            yield return new RuleGroup(RuleGroupKind.Panel, LocalizedText.Empty, [.. Panel(score)]);
        }

        foreach (var (key, lookup) in content["lookups"] as JsonObject ?? [])
        {
            yield return new RuleGroup(RuleGroupKind.Scale, LocalizedText.Empty,
                [.. lookup!["values"]!.AsObject().Select(one => new RuleRow(
                NameOf(one.Key),
                [new RuleLeaf($"lookups/{key}/values/{one.Key}", RuleLeafKind.Scale, one.Value!) { Subject = item.Lookups[key].Unit.GetValueOrDefault(one.Key) ?? LocalizedText.Empty }]))]);
        }
    }

    private RuleGroup Line(RuleGroupKind kind, JsonNode line, string path)
    {
        var rows = new List<RuleRow> { new(LocalizedText.Empty, [new RuleLeaf($"{path}/max", RuleLeafKind.Cap, line["max"]!)]) };
        foreach (var part in Of(line["parts"]))
        {
            foreach (var tier in Of(part["tiers"]))
            {
                var at = $"{path}/parts/{Code(part)}/tiers/{Code(tier)}";
                rows.Add(new RuleRow(Words(tier["name"]),
                [
                    new RuleLeaf($"{at}/name/zh", RuleLeafKind.WordingZh, tier["name"]!["zh"]!),
                    new RuleLeaf($"{at}/name/en", RuleLeafKind.WordingEn, tier["name"]!["en"]!),
                    .. thresholds.Of(tier["when"], $"{at}/when"),
                    new RuleLeaf($"{at}/points", RuleLeafKind.Points, tier["points"]!),
                ]));
            }
        }

        return new RuleGroup(kind, Words(line["name"]), rows);
    }

    private RuleRow Level(JsonNode cutOff)
    {
        var level = cutOff["level"]!.GetValue<string>();
        var path = $"score/cutOffs/{level}";
        return new RuleRow(NameOf(level),
        [
            .. ThresholdReading.Number(cutOff["least"], $"{path}/least", RuleLeafKind.Points),
            .. thresholds.Of(cutOff["and"], $"{path}/and"),
        ]);
    }

    private static IEnumerable<RuleRow> Panel(JsonObject score)
    {
        var leaves = new List<RuleLeaf>();
        foreach (var name in new[] { "minExperts", "maxExperts", "trimFrom", "maxSpread" })
            leaves.AddRange(ThresholdReading.Number(score["panel"]?[name], $"score/panel/{name}", RuleLeafKind.Threshold));
        leaves.Add(new RuleLeaf("score/rounding/decimals", RuleLeafKind.Decimals, score["rounding"]!["decimals"]!));
        return [new RuleRow(LocalizedText.Empty, leaves)];
    }

    private LocalizedText NameOf(string code) => FormCodes.NameOf(item, tables, code);

    private static IEnumerable<JsonNode> Of(JsonNode? list) => list is JsonArray array ? array.Select(one => one!) : [];

    private static string Code(JsonNode owner) => owner["code"]!.GetValue<string>();

    private static LocalizedText Words(JsonNode? text) => text is null
        ? LocalizedText.Empty
        : new LocalizedText(text["zh"]!.GetValue<string>(), text["en"]!.GetValue<string>());
}
