using System.Globalization;
using System.Text.Json.Nodes;

namespace TalentPortal.Core.RuleChanges.Sheets;

/// <summary>Puts new values into an item's JSON. Paths name elements by their codes, so that they hold in a later version too.</summary>
internal static class RulePatch
{
    /// <summary>Sets the values, and what follows from them: the sum of the caps, and the rules' own version.</summary>
    /// <returns>The paths at which nothing stands, or something else than the author saw.</returns>
    public static IReadOnlyList<string> Apply(JsonObject item, IReadOnlyDictionary<string, RuleStep> set, DateOnly validFrom)
    {
        var gone = set.Where(one => Find(item, one.Key) is not { } found || !JsonNode.DeepEquals(Plain(found), Plain(one.Value.Was)))
            .Select(one => one.Key).ToList();
        return gone.Count > 0 ? gone : Overlay(item, set, validFrom);
    }

    /// <summary>Sets the values wherever there is a place for them, whatever stands there.</summary>
    /// <returns>The paths at which nothing stands.</returns>
    public static IReadOnlyList<string> Overlay(JsonObject item, IReadOnlyDictionary<string, RuleStep> set, DateOnly validFrom)
    {
        var gone = set.Keys.Where(path => Find(item, path) is null).ToList();
        foreach (var (path, step) in set) Find(item, path)?.ReplaceWith(step.Now.DeepClone());
        if (item["score"] is JsonObject score)
        {
            score["max"] = score["items"]!.AsArray().Sum(line => line!["max"]!.GetValue<decimal>());
            if (set.Keys.Any(path => path.StartsWith("score/", StringComparison.Ordinal)
                || path.StartsWith("lookups/", StringComparison.Ordinal)))
                score["ruleVersion"] = validFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return gone;
    }

    private static JsonNode? Find(JsonNode? node, string path) => path.Split('/').Aggregate(node, (at, name) => at switch
    {
        JsonObject owner => owner[name],
        JsonArray list => list.FirstOrDefault(one => IsNamed(one, name))
            ?? (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < list.Count ? list[i] : null),
        _ => null,
    });

    private static bool IsNamed(JsonNode? node, string name) =>
        node is JsonObject owner && (owner["code"] ?? owner["level"]) is JsonValue code && code.TryGetValue<string>(out var text)
            && text == name;

    /// <summary>Two notations of one number are the same number.</summary>
    private static JsonValue Plain(JsonNode value) => JsonValue.Create(RuleLeaf.Show(value));
}
