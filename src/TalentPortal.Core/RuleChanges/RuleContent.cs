using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.RuleChanges.Sheets;

namespace TalentPortal.Core.RuleChanges;

/// <summary>What a change says, in and out of its JSON.</summary>
internal static class RuleContent
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The content of a parameter's change.</summary>
    public static string OfParameter(JsonElement value) => JsonSerializer.Serialize(new { value }, Readable);

    /// <summary>A parameter's new value.</summary>
    public static JsonElement Value(RuleChange change) => JsonSerializer.Deserialize<JsonElement>(change.Content).GetProperty("value");

    /// <summary>The content of an item's change: steps by path.</summary>
    public static string OfItem(IReadOnlyDictionary<string, RuleStep> set) => new JsonObject
    {
        ["set"] = new JsonObject(set.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)new JsonObject
        {
            ["was"] = one.Value.Was.DeepClone(),
            ["now"] = one.Value.Now.DeepClone(),
        }))),
    }.ToJsonString(Readable);

    /// <summary>An item's steps by path.</summary>
    public static IReadOnlyDictionary<string, RuleStep> Set(RuleChange change) => Set(change.Content);

    /// <summary>An item's steps by path.</summary>
    public static IReadOnlyDictionary<string, RuleStep> Set(string content) => JsonNode.Parse(content)!["set"]!.AsObject()
        .ToDictionary(one => one.Key, one => new RuleStep(one.Value!["was"]!.DeepClone(), one.Value["now"]!.DeepClone()),
            StringComparer.Ordinal);

    /// <summary>A checksum over rules as they read before and after, and the day from which they would hold.</summary>
    public static string Hash(JsonNode before, JsonNode after, DateOnly validFrom)
    {
        var both = JsonSerializer.SerializeToElement(new JsonObject { ["before"] = before.DeepClone(), ["after"] = after.DeepClone() });
        return Convert.ToHexStringLower(SHA256.HashData(
            Encoding.UTF8.GetBytes($"{ServiceItemChecksum.Compute(both)} {validFrom:yyyy-MM-dd}")));
    }
}
