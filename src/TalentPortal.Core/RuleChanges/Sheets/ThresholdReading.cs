using System.Text.Json;
using System.Text.Json.Nodes;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.RuleChanges.Sheets;

/// <summary>Finds the numbers of a condition. Which rows are counted is no number of policy, and "any row at all" is none either.</summary>
/// <param name="item">The item, for labels.</param>
internal sealed class ThresholdReading(ServiceItem item)
{
    /// <summary>The numbers and parameters with which a condition compares.</summary>
    public IEnumerable<RuleLeaf> Of(JsonNode? condition, string path)
    {
        if (condition is not JsonObject node) return [];
        foreach (var name in new[] { "all", "any" })
        {
            if (node[name] is JsonArray parts) return parts.SelectMany((part, i) => Of(part, $"{path}/{name}/{i}"));
        }

        if (node["not"] is JsonObject not) return Of(not, $"{path}/not");
        var (measure, subject) = Measured(node);
        var compared = Enum.Parse<Comparison>(node["op"]!.GetValue<string>(), ignoreCase: true);
        var asksForAny = measure is RuleMeasure.Count or RuleMeasure.Files && compared is Comparison.Ge
            && node["value"] is JsonValue any && any.GetValueKind() is JsonValueKind.Number && any.GetValue<decimal>() == 1;
        return asksForAny ? [] : Number(node["value"], $"{path}/value", RuleLeafKind.Threshold)
            .Select(leaf => leaf with { Operator = compared, Measure = measure, Subject = subject });
    }

    /// <summary>A number or a parameter; nothing where it is something else.</summary>
    public static IEnumerable<RuleLeaf> Number(JsonNode? value, string path, RuleLeafKind kind) => value switch
    {
        JsonValue number when number.GetValueKind() is JsonValueKind.Number => [new RuleLeaf(path, kind, number)],
        JsonObject other when other["parameter"] is { } key => [new RuleLeaf(path, RuleLeafKind.Parameter, key)],
        _ => [],
    };

    private (RuleMeasure Measure, LocalizedText Subject) Measured(JsonObject node)
    {
        if (node["yearsSince"] is { } since)
            return (item.FindField(since.GetValue<string>())?.Type is FieldType.CitizenId ? RuleMeasure.Age : RuleMeasure.Years,
                Label(since));
        if (node["count"] is { } rows) return (RuleMeasure.Count, Label(rows));
        if (node["sum"] is { } sum) return (RuleMeasure.Sum, LabelOf(sum.GetValue<string>().Split('.')[0]));
        if (node["files"] is { } files)
            return (RuleMeasure.Files, item.FindMaterial(files.GetValue<string>())?.Name ?? LocalizedText.Empty);
        if (node["divide"] is JsonArray pair && pair[0] is JsonObject dividend) return (RuleMeasure.Ratio, Measured(dividend).Subject);
        return (RuleMeasure.Value, (node["field"] ?? node["monthsPast"] ?? node["of"]) is { } field ? Label(field) : LocalizedText.Empty);
    }

    private LocalizedText Label(JsonNode path) => LabelOf(path.GetValue<string>());

    private LocalizedText LabelOf(string path) => item.FindField(path)?.Label ?? new LocalizedText(path, path);
}
