using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Core.Definitions.Differences;

/// <summary>Two versions side by side: what came, what went, and which fields say something else.</summary>
public static class DefinitionDifference
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Said by other parts, or by the version itself.</summary>
    private static readonly HashSet<string> NotOfHead = new(StringComparer.OrdinalIgnoreCase)
    {
        "root", "variables", "id", "version", "isLatest", "isPublished", "createdAt", "toolVersion", "$schema",
    };

    /// <summary>Said by the activities inside, by connections and variables, or by the place in the tree.</summary>
    private static readonly HashSet<string> NotOfActivity =
        new(StringComparer.OrdinalIgnoreCase) { "id", "nodeId", "connections", "variables" };

    /// <summary>Everything that differs: the head first, then variables, activities and connections.</summary>
    public static IReadOnlyList<PartChange> Between(WorkflowDefinition before, WorkflowDefinition after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. Head(before, after), .. Compare(PartKind.Variable, Variables(before), Variables(after)),
            .. Compare(PartKind.Activity, Activities(before), Activities(after)),
            .. Compare(PartKind.Connection, Connections(before), Connections(after))];
    }

    private static IEnumerable<PartChange> Head(WorkflowDefinition before, WorkflowDefinition after)
    {
        var fields = Fields(Without(before.Source, NotOfHead), Without(after.Source, NotOfHead));
        if (fields.Count > 0) yield return new PartChange(PartKind.Head, ChangeKind.Changed, after.DefinitionId, after.Name, fields);
    }

    private static IEnumerable<PartChange> Compare(
        PartKind part, IReadOnlyDictionary<string, Part> before, IReadOnlyDictionary<string, Part> after)
    {
        foreach (var (id, now) in after)
        {
            if (!before.TryGetValue(id, out var was)) yield return new PartChange(part, ChangeKind.Added, id, now.Label, []);
            else if (Fields(was.Json, now.Json) is { Count: > 0 } fields)
                yield return new PartChange(part, ChangeKind.Changed, id, now.Label, fields);
        }

        foreach (var (id, was) in before.Where(one => !after.ContainsKey(one.Key)))
            yield return new PartChange(part, ChangeKind.Removed, id, was.Label, []);
    }

    private static Dictionary<string, Part> Activities(WorkflowDefinition definition) =>
        definition.Activities.ToDictionary(node => node.Id, node => new Part(node.DisplayText, OfActivity(node)), StringComparer.Ordinal);

    private static Dictionary<string, Part> Variables(WorkflowDefinition definition)
    {
        var variables = new Dictionary<string, Part>(StringComparer.Ordinal);
        foreach (var (owner, source) in definition.Activities.Select(node => (node.Id + ".", node.Source)).Prepend(("", definition.Source)))
        {
            foreach (var json in (source["variables"] as JsonArray ?? []).OfType<JsonObject>())
            {
                var name = json["name"]?.ToString() ?? json["id"]?.ToString() ?? "";
                variables[owner + (json["id"]?.ToString() ?? name)] = new Part(name, json);
            }
        }

        return variables;
    }

    /// <summary>Connections have no id: two between the same places are told apart by their number.</summary>
    private static Dictionary<string, Part> Connections(WorkflowDefinition definition)
    {
        var connections = new Dictionary<string, Part>(StringComparer.Ordinal);
        foreach (var one in definition.Activities.SelectMany(node => node.Connections))
        {
            var id = $"{one.Source} · {one.SourcePort ?? "*"} → {one.Target}";
            var json = new JsonObject
            {
                ["targetPort"] = one.TargetPort,
                ["vertices"] = new JsonArray([.. one.Vertices.Select(bend => (JsonNode)new JsonObject { ["x"] = bend.X, ["y"] = bend.Y })]),
            };
            var twin = 1;
            while (!connections.TryAdd(twin == 1 ? id : $"{id} ({twin})", new Part("", json))) twin++;
        }

        return connections;
    }

    /// <summary>
    /// An activity with its drawing as a field of its own, and those inside by their ids only; of a flowchart not even those, because its
    /// connections say it all.
    /// </summary>
    private static JsonObject OfActivity(ActivityNode node)
    {
        var json = Without(node.Source, NotOfActivity);
        foreach (var inside in node.Children.GroupBy(child => child.Port))
            json[inside.Key] = node.TypeName == "Elsa.Flowchart"
                ? null
                : new JsonArray([.. inside.Select(child => (JsonNode)child.Node.Id)]);
        if (json["metadata"] is not JsonObject metadata || !metadata.Remove("designer", out var designer)) return json;
        json["metadata.designer"] = designer;
        return json;
    }

    private static JsonObject Without(JsonObject source, HashSet<string> names)
    {
        var json = source.DeepClone().AsObject();
        foreach (var name in json.Select(pair => pair.Key).Where(names.Contains).ToList()) json.Remove(name);
        return json;
    }

    private static List<FieldChange> Fields(JsonObject before, JsonObject after) =>
        [.. from name in after.Select(pair => pair.Key).Union(before.Select(pair => pair.Key), StringComparer.Ordinal)
            let was = before.TryGetPropertyValue(name, out var old) ? Text(old) : null
            let now = after.TryGetPropertyValue(name, out var current) ? Text(current) : null
            where was != now
            select new FieldChange(name, was, now)];

    /// <summary>A wrapped input by what it says; anything else as JSON.</summary>
    private static string Text(JsonNode? value) => value switch
    {
        JsonObject input when input["expression"] is JsonObject expression =>
            $"{expression["type"]}: {(expression["value"] is JsonValue text && text.GetValueKind() is JsonValueKind.String ? text.GetValue<string>() : Json(expression["value"]))}",
        JsonValue text when text.GetValueKind() is JsonValueKind.String => text.GetValue<string>(),
        _ => Json(value),
    };

    private static string Json(JsonNode? value) => value?.ToJsonString(Readable) ?? "null";

    private sealed record Part(string Label, JsonObject Json);
}
