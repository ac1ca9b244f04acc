using System.Text.Json;
using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions.Values;
using TalentPortal.Workflows.Expressions;

namespace TalentPortal.Workflows.Definitions.Reading;

/// <summary>Reads wrapped inputs and bare expressions.</summary>
internal static class ExpressionReader
{
    public static Expression? ReadInput(ActivityNode node, ActivityInput input, ReadErrors errors)
    {
        var place = new ReadPlace(node.Id, input.Name, errors);
        var errorsBefore = errors.Count;
        var expression = ReadWrapped(node.Source.Get(input.Name), input.Type, place);
        var isUnset = expression is null or LiteralExpression { Value: null };
        if (input.IsRequired && isUnset && errors.Count == errorsBefore) place.Error(DefinitionFault.InputRequired);
        return expression;
    }

    /// <summary>Reads <c>{"type": …, "value": …}</c>; a bare scalar is a literal.</summary>
    public static Expression? Read(JsonNode? json, DataType type, ReadPlace place)
    {
        if (json is null) return null;
        if (json is not JsonObject source) return Literal(json, type, place);
        var name = source.Get("type") is null ? "Literal" : source.Text("type") ?? "";
        var value = source.Get("value");
        switch (name)
        {
            case "Literal":
                return Literal(value, type, place);
            case "Object":
            case "Json":
                return Structured(value, type, place);
            case "Variable":
                return Variable(value, place);
            case "Input":
                var input = value is JsonObject declared ? declared.Text("name") : JsonAccess.AsText(value);
                if (!string.IsNullOrEmpty(input)) return new InputExpression(input);
                place.Error(DefinitionFault.InputNotNamed);
                return null;
            case "JavaScript":
                return JavaScript(value, place);
            default:
                place.Error(DefinitionFault.UnknownExpression, name);
                return null;
        }
    }

    private static Expression? ReadWrapped(JsonNode? json, DataType type, ReadPlace place)
    {
        if (json is not JsonObject wrapped) return Read(json, type, place);

        // Elsa takes an object without typeName for an input that is not set.
        if (wrapped.Get("typeName") is null) return null;
        var expression = wrapped.Get("expression");
        if (expression is null or JsonObject) return Read(expression, type, place);
        place.Error(DefinitionFault.ExpressionNotAnObject);
        return null;
    }

    private static LiteralExpression? Literal(JsonNode? value, DataType type, ReadPlace place)
    {
        if (value is null || IsBlank(value, type)) return null;
        if (type.TryConvert(value, out var converted)) return new LiteralExpression(converted);
        Refuse(place, DataConversion.ToText(value) ?? "", type);
        return null;
    }

    /// <summary>An Object expression is JSON text; into an object-typed or text input it stays the text it is, as in Elsa.</summary>
    private static LiteralExpression? Structured(JsonNode? value, DataType type, ReadPlace place)
    {
        if (value is null || IsBlank(value, type)) return null;
        if (type.Kind is DataKind.Object or DataKind.Text || value.GetValueKind() != JsonValueKind.String)
            return Literal(value, type, place);
        var parsed = DataConversion.ParseText(value.GetValue<string>());
        if (parsed is not null && type.TryConvert(parsed, out var converted)) return new LiteralExpression(converted);
        if (parsed is null) place.Error(DefinitionFault.ObjectNotJson);
        else Refuse(place, DataConversion.ToText(value) ?? "", type);
        return null;
    }

    private static VariableExpression? Variable(JsonNode? value, ReadPlace place)
    {
        var declared = value as JsonObject;
        var id = declared is null ? JsonAccess.AsText(value) : declared.Text("id") ?? declared.Text("name");
        if (!string.IsNullOrEmpty(id)) return new VariableExpression(id, declared?.Text("name") ?? id);
        place.Error(DefinitionFault.VariableNotNamed);
        return null;
    }

    private static ScriptExpression? JavaScript(JsonNode? value, ReadPlace place)
    {
        if (value is not null && value.GetValueKind() != JsonValueKind.String)
        {
            place.Error(DefinitionFault.ScriptNotText);
            return null;
        }

        if (JsonAccess.AsText(value) is not { } source || string.IsNullOrWhiteSpace(source)) return null;
        if (Script.TryParse(source, out var script, out var error)) return new ScriptExpression(script);
        place.Error(DefinitionFault.ScriptWrong, error);
        return null;
    }

    private static bool IsBlank(JsonNode value, DataType type) =>
        type.Kind is not (DataKind.Object or DataKind.Text) && JsonAccess.AsText(value) is "";

    private static void Refuse(ReadPlace place, string value, DataType type)
    {
        if (type.Choices.Count > 0) place.Error(DefinitionFault.ValueNotOffered, value, string.Join(", ", type.Choices));
        else place.Error(DefinitionFault.ValueWrongType, value, type.Name);
    }
}
