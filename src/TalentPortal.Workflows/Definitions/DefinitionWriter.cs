using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions.Reading;

namespace TalentPortal.Workflows.Definitions;

/// <summary>
/// Writes a definition as Elsa Studio reads it: today's connection form, type aliases, ids and flags filled in. Everything else that the
/// file said, known or not, stays.
/// </summary>
public sealed class DefinitionWriter
{
    private const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";
    private const string Driver = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Dictionary<JsonObject, ActivityNode> _nodes;
    private readonly WorkflowDefinition _definition;

    private DefinitionWriter(WorkflowDefinition definition)
    {
        _definition = definition;
        _nodes = definition.Activities.ToDictionary(node => node.Source, (IEqualityComparer<JsonObject>)ReferenceEqualityComparer.Instance);
    }

    /// <summary>The text of a definition file.</summary>
    public static string Write(WorkflowDefinition definition) => new DefinitionWriter(definition).Top().ToJsonString(Options);

    private JsonObject Top()
    {
        var result = new JsonObject
        {
            ["$schema"] = Schema,
            ["id"] = _definition.Id,
            ["definitionId"] = _definition.DefinitionId,
            ["name"] = _definition.Name,
            ["version"] = _definition.Version,
        };
        foreach (var (name, value) in _definition.Source)
        {
            if (!result.ContainsKey(Camel(name))) result[Camel(name)] = Copy(value);
        }

        Set(result, "variables", Variables(_definition.Source));
        return result;
    }

    private JsonNode? Copy(JsonNode? value) => value switch
    {
        JsonObject json when _nodes.TryGetValue(json, out var node) => Activity(node),
        JsonObject json => CopyObject(json),
        JsonArray list => new JsonArray([.. list.Select(Copy)]),
        _ => value?.DeepClone(),
    };

    private JsonObject CopyObject(JsonObject json)
    {
        var result = new JsonObject();
        foreach (var (name, value) in json) result[name] = Copy(value);
        return result;
    }

    private JsonObject Activity(ActivityNode node)
    {
        var result = new JsonObject { ["id"] = node.Id, ["nodeId"] = Path(node), ["type"] = node.TypeName };
        foreach (var (name, value) in node.Source)
        {
            if (!result.ContainsKey(Camel(name))) result[Camel(name)] = Copy(value);
        }

        foreach (var binding in node.Inputs.Values) Alias(result, binding);
        if (node.Activity.DeclaresVariables) Set(result, "variables", Variables(node.Source));
        if (node.Source.Get("connections") is not null) result["connections"] = Connections(node);
        if (result["customProperties"] is not JsonObject custom) result["customProperties"] = custom = [];
        Flag(custom, "canStartWorkflow", node.CanStartWorkflow);
        Flag(custom, "runAsynchronously", node.Source.Flag("runAsynchronously") ?? false);
        return result;
    }

    /// <summary>Names the type by alias where an old file names it by assembly.</summary>
    private static void Alias(JsonObject activity, InputBinding binding)
    {
        if (activity[binding.Input.Name] is not JsonObject input || input.Text("typeName") is not { } name) return;
        if (name.Contains(',', StringComparison.Ordinal)) input["typeName"] = binding.Input.Type.Name;
    }

    private static JsonArray Connections(ActivityNode node) => new([.. node.Connections.Select(connection => (JsonNode)new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = connection.Source, ["port"] = connection.SourcePort },
        ["target"] = new JsonObject { ["activity"] = connection.Target, ["port"] = connection.TargetPort ?? "In" },
        ["vertices"] = new JsonArray([.. connection.Vertices.Select(Point)]),
    })]);

    private static JsonNode Point(DesignerPoint point) => new JsonObject { ["x"] = point.X, ["y"] = point.Y };

    private static JsonArray Variables(JsonObject source)
    {
        var list = new JsonArray();
        foreach (var variable in (JsonAccess.Items(source.Get("variables")) ?? []).OfType<JsonObject>())
        {
            var copy = variable.DeepClone().AsObject();
            if (VariableReader.IsPersistentDriver(copy.Text("storageDriverTypeName"))) copy["storageDriverTypeName"] = Driver;
            list.Add(copy);
        }

        return list;
    }

    private static void Set(JsonObject json, string name, JsonArray list)
    {
        if (json.ContainsKey(name) || list.Count > 0) json[name] = list;
    }

    private static void Flag(JsonObject json, string name, bool value)
    {
        if (json.Flag(name) is null) json[name] = value;
    }

    private static string Path(ActivityNode node) =>
        node.Parent is { Parent: not null } parent ? $"{Path(parent)}:{node.Id}" : $"Workflow1:{node.Id}";

    private static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
}
