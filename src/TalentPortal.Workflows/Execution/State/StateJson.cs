using System.Text.Json;
using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Execution.State;

/// <summary>Small conversions between JSON nodes and .NET values.</summary>
internal static class StateJson
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static T? To<T>(JsonNode? value)
    {
        if (value is null) return default;
        if (value is T node) return node;
        return value.Deserialize<T>(Web);
    }

    public static JsonObject ToObject(IReadOnlyDictionary<string, JsonNode?> values)
    {
        var result = new JsonObject();
        foreach (var (name, value) in values) result[name] = value?.DeepClone();
        return result;
    }
}
