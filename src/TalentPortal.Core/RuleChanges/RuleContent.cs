using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using TalentPortal.Core.Catalogue;

namespace TalentPortal.Core.RuleChanges;

/// <summary>What a change says, in and out of its JSON.</summary>
internal static class RuleContent
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The content of a parameter's change.</summary>
    public static string OfParameter(JsonElement value) => JsonSerializer.Serialize(new { value }, Readable);

    /// <summary>A parameter's new value.</summary>
    public static JsonElement Value(RuleChange change) => JsonSerializer.Deserialize<JsonElement>(change.Content).GetProperty("value");

    /// <summary>The content of an item's change: new values by path.</summary>
    public static string OfItem(IReadOnlyDictionary<string, JsonNode> set) =>
        new JsonObject { ["set"] = new JsonObject(set.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value.DeepClone()))) }.ToJsonString(Readable);

    /// <summary>An item's new values by path.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Set(RuleChange change) =>
        JsonNode.Parse(change.Content)!["set"]!.AsObject().ToDictionary(one => one.Key, one => one.Value!.DeepClone(), StringComparer.Ordinal);

    /// <summary>A checksum over a rule as it would read, and the day from which it would hold.</summary>
    public static string Hash(JsonElement rule, DateOnly validFrom) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{ServiceItemChecksum.Compute(rule)} {validFrom:yyyy-MM-dd}")));
}
