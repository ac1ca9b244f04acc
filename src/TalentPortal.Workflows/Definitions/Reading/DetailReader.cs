using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions.Values;
using TalentPortal.Workflows.Expressions;

namespace TalentPortal.Workflows.Definitions.Reading;

/// <summary>Lets an activity type read the properties of its own that are neither inputs, outputs nor ports.</summary>
internal sealed class DetailReader(NodeReader nodes, ActivityNode node, List<EmbeddedActivity> children)
{
    public ActivityNode Node { get; } = node;

    public JsonObject Source => Node.Source;

    public void Error(string property, DefinitionFault fault, params IReadOnlyList<string> arguments) =>
        nodes.Errors.Add(Node.Id, property, fault, arguments);

    /// <summary>The items of a list property; an error and nothing when it is no list.</summary>
    public IReadOnlyList<JsonNode?> Items(string property)
    {
        if (JsonAccess.Items(Source.Get(property)) is { } items) return items;
        Error(property, DefinitionFault.NotAList);
        return [];
    }

    public Expression? Expression(JsonNode? json, DataType type, string property) =>
        ExpressionReader.Read(json, type, new ReadPlace(Node.Id, property, nodes.Errors));

    /// <summary>Reads an embedded activity that is not in a declared port.</summary>
    public ActivityNode? Child(JsonNode? json, string port)
    {
        if (json is null || nodes.Read(json, port, Node) is not { } child) return null;
        children.Add(new EmbeddedActivity(port, child));
        return child;
    }

    /// <summary>A plain (unwrapped) name out of a closed set, or the default.</summary>
    public string Choice(string property, string whenUnset, params string[] names)
    {
        var value = Source.Get(property);
        if (value is JsonObject wrapped) value = wrapped.Object("expression")?.Get("value");
        if (value is null) return whenUnset;
        if (DataType.Choice(names).TryConvert(value, out var choice) && JsonAccess.AsText(choice) is { } name) return name;
        Error(property, DefinitionFault.ValueNotOffered, DataConversion.ToText(value) ?? "", string.Join(", ", names));
        return whenUnset;
    }
}
