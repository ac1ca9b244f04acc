using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Definitions.Reading;

/// <summary>Reads properties as Elsa does: names without regard to case, numbers also from text.</summary>
internal static class JsonAccess
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonNode? Get(this JsonObject json, string name)
    {
        if (json.TryGetPropertyValue(name, out var exact)) return exact;
        foreach (var (key, value) in json)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }

    public static string? Text(this JsonObject json, string name) => AsText(json.Get(name));

    public static string? AsText(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number => value.ToJsonString(),
        _ => null,
    };

    public static bool? Flag(this JsonObject json, string name) => json.Get(name)?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(json.Text(name), out var value) => value,
        _ => null,
    };

    public static double? Number(this JsonObject json, string name) =>
        double.TryParse(json.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static JsonObject? Object(this JsonObject json, string name) => json.Get(name) as JsonObject;

    /// <summary>A value as compact JSON that people can read: Chinese stays Chinese.</summary>
    public static string ToJsonText(this JsonNode value) => value.ToJsonString(Readable);

    /// <summary>The items of a list, which may be wrapped by old serializers or be a single object; null when it is neither.</summary>
    public static IReadOnlyList<JsonNode?>? Items(JsonNode? value) => value switch
    {
        null => [],
        JsonArray array => [.. array],
        JsonObject wrapped when (wrapped.Get("$values") ?? wrapped.Get("items") ?? wrapped.Get("values")) is JsonArray inner => [.. inner],
        JsonObject single => [single],
        _ => null,
    };
}
