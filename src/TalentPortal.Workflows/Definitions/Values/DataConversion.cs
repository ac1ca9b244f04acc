using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions.Reading;
using static System.Globalization.CultureInfo;

namespace TalentPortal.Workflows.Definitions.Values;

/// <summary>Converts JSON values between the types of definitions, invariant culture.</summary>
internal static class DataConversion
{
    public static bool TryConvert(JsonNode? value, DataType type, out JsonNode? converted)
    {
        converted = value;
        if (value is null)
        {
            converted = type.Default;
            return true;
        }

        return type.Kind switch
        {
            DataKind.Object => true,
            DataKind.Text => Ok(ToText(value), out converted),
            DataKind.Boolean => TryBoolean(value, out converted),
            DataKind.Integer => TryInteger(value, out converted),
            DataKind.Number => TryNumber(value, out converted),
            DataKind.Identifier => Guid.TryParse(ToText(value), out var id) && Ok(id.ToString(), out converted),
            DataKind.Date => TryDate(value, out converted),
            DataKind.Duration => TimeSpan.TryParse(ToText(value), InvariantCulture, out var span)
                && Ok(span.ToString("c", InvariantCulture), out converted),
            DataKind.Json => TryStructure(value, out converted),
            DataKind.List => TryList(value, type.Element!, out converted),
            DataKind.Choice => TryChoice(value, type, out converted),
            _ => throw new InvalidOperationException($"Unknown kind {type.Kind}."),
        };
    }

    /// <summary>Text of a value as .NET prints it: True and False, numbers invariant, structures as JSON.</summary>
    public static string? ToText(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        _ => value.ToJsonText(),
    };

    public static bool TryToDouble(JsonNode? value, out double number)
    {
        number = 0;
        if (value is null) return false;
        switch (value.GetValueKind())
        {
            case JsonValueKind.Number:
            case JsonValueKind.String:
                return double.TryParse(ToText(value), NumberStyles.Float, InvariantCulture, out number) && double.IsFinite(number);
            case JsonValueKind.True:
                number = 1;
                return true;
            case JsonValueKind.False:
                return true;
            default:
                return false;
        }
    }

    public static JsonNode? ParseText(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Ok(JsonNode? value, out JsonNode? converted)
    {
        converted = value;
        return true;
    }

    private static bool TryBoolean(JsonNode value, out JsonNode? converted)
    {
        converted = value;
        if (value.GetValueKind() is JsonValueKind.True or JsonValueKind.False) return true;
        if (value.GetValueKind() == JsonValueKind.String && bool.TryParse(value.GetValue<string>(), out var parsed))
            return Ok(parsed, out converted);
        return TryToDouble(value, out var number) && Ok(number != 0, out converted);
    }

    private static bool TryInteger(JsonNode value, out JsonNode? converted)
    {
        converted = value;
        if (long.TryParse(ToText(value), NumberStyles.AllowLeadingSign, InvariantCulture, out var whole)) return Ok(whole, out converted);

        // 2^63 is the first double that is no Int64 any more.
        if (!TryToDouble(value, out var number) || Math.Abs(number) >= 9223372036854775808d) return false;
        return Ok((long)Math.Round(number, MidpointRounding.ToEven), out converted);
    }

    private static bool TryNumber(JsonNode value, out JsonNode? converted)
    {
        converted = value;
        if (value.GetValueKind() == JsonValueKind.Number) return true;
        return TryToDouble(value, out var number) && Ok(number, out converted);
    }

    private static bool TryDate(JsonNode value, out JsonNode? converted)
    {
        converted = value;
        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal;
        return DateTimeOffset.TryParse(ToText(value), InvariantCulture, styles, out var moment)
            && Ok(moment.ToString("O", InvariantCulture), out converted);
    }

    private static bool TryStructure(JsonNode value, out JsonNode? converted)
    {
        converted = value;
        if (value is JsonObject or JsonArray) return true;
        if (value.GetValueKind() != JsonValueKind.String) return false;
        converted = ParseText(value.GetValue<string>());
        return converted is JsonObject or JsonArray;
    }

    private static bool TryList(JsonNode value, DataType element, out JsonNode? converted)
    {
        converted = value;
        var source = value;
        if (value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().TrimStart().StartsWith('['))
            source = ParseText(value.GetValue<string>());
        if (source is null) return false;
        if (source is not JsonArray items)
        {
            if (!element.TryConvert(source, out var only)) return false;
            return Ok(new JsonArray(only?.DeepClone()), out converted);
        }

        var list = new JsonArray();
        foreach (var item in items)
        {
            if (!element.TryConvert(item, out var kept)) return false;
            list.Add(kept?.DeepClone());
        }

        return Ok(list, out converted);
    }

    private static bool TryChoice(JsonNode value, DataType type, out JsonNode? converted)
    {
        converted = value;
        var text = ToText(value);
        var match = type.Choices.FirstOrDefault(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase));
        return match is not null && Ok(match, out converted);
    }
}
