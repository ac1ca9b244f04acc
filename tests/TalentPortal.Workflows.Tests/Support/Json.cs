using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Tests.Support;

/// <summary>Builds definitions by shape, so that a test shows only what matters.</summary>
internal static class Json
{
    public static string Definition(string id, JsonObject root, JsonArray? variables = null, JsonArray? inputs = null) =>
        new JsonObject
        {
            ["id"] = $"{id}-v1",
            ["definitionId"] = id,
            ["name"] = id,
            ["version"] = 1,
            ["isPublished"] = true,
            ["variables"] = variables,
            ["inputs"] = inputs,
            ["root"] = root,
        }.ToJsonString();

    public static JsonObject Activity(string id, string type, params (string Name, JsonNode? Value)[] properties)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in properties) activity[name] = value;
        return activity;
    }

    public static JsonObject Line(string id) => Activity(id, "Elsa.WriteLine", ("text", Literal(id)));

    public static JsonObject Event(string id) => Activity(id, "Elsa.Event", ("eventName", Literal(id)));

    /// <summary>Starts another workflow and waits for it.</summary>
    public static JsonObject Execute(string id, string definitionId) => Activity(
        id,
        "Elsa.ExecuteWorkflow",
        ("workflowDefinitionId", Literal(definitionId)),
        ("waitForCompletion", Literal(true, "Boolean")));

    public static JsonObject Script(string id, string script) => Activity(id, "Elsa.WriteLine", ("text", JavaScript(script)));

    public static JsonObject Literal(JsonNode value, string type = "String") => Input("Literal", value, type);

    public static JsonObject JavaScript(string script, string type = "Object") => Input("JavaScript", script, type);

    public static JsonObject Input(string expression, JsonNode? value, string type = "Object") => new()
    {
        ["typeName"] = type,
        ["expression"] = new JsonObject { ["type"] = expression, ["value"] = value },
    };

    public static JsonObject Variable(string id, string type = "Object", string? value = null) => new()
    {
        ["id"] = id,
        ["name"] = id,
        ["typeName"] = type,
        ["value"] = value,
        ["storageDriverTypeName"] = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
    };

    public static JsonObject Sequence(string id, params JsonObject[] activities) =>
        Activity(id, "Elsa.Sequence", ("activities", new JsonArray([.. activities])));

    /// <summary>A flowchart; connections are written as <c>"a:True&gt;b"</c>, Done when no port is given.</summary>
    public static JsonObject Flowchart(string id, IEnumerable<JsonObject> activities, params string[] connections) => Activity(
        id,
        "Elsa.Flowchart",
        ("activities", new JsonArray([.. activities])),
        ("connections", new JsonArray([.. connections.Select(Connection)])));

    private static JsonNode Connection(string text)
    {
        var (source, target) = (text.Split('>')[0], text.Split('>')[1]);
        var parts = source.Split(':');
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = parts[0], ["port"] = parts.Length > 1 ? parts[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        };
    }
}
