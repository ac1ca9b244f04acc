using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TalentPortal.Core.Cases;

/// <summary>One spelling of a row, the same before it is written and after it is read back.</summary>
internal static class CanonicalRow
{
    public static byte[] Of(IEnumerable<(string Name, object? Value, bool IsJson)> columns)
    {
        using var stream = new MemoryStream(512);
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (name, value, isJson) in columns)
            {
                writer.WritePropertyName(name);
                if (isJson && value is string json) WriteSorted(writer, json);
                else Write(writer, value);
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case byte[] bytes: writer.WriteStringValue(Convert.ToHexStringLower(bytes)); break;
            case decimal number:
                writer.WriteStringValue((number / 1.0000000000000000000000000000m)
                .ToString(CultureInfo.InvariantCulture)); break;
            case DateTimeOffset at: writer.WriteStringValue(MicroTime.Truncate(at).ToString("O", CultureInfo.InvariantCulture)); break;
            case DateOnly on: writer.WriteStringValue(on.ToString("O", CultureInfo.InvariantCulture)); break;
            case string[] list: writer.WriteStringValue(string.Join('\u001f', list)); break;
            default: writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static void WriteSorted(Utf8JsonWriter writer, string json)
    {
        using var document = JsonDocument.Parse(json);
        WriteSorted(writer, document.RootElement);
    }

    private static void WriteSorted(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    WriteSorted(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) WriteSorted(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                // jsonb may spell a number another way (1e2 as 100); its value as text is the same.
                writer.WriteStringValue(NumberText(element));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static string NumberText(JsonElement element) =>
        element.TryGetDecimal(out var number)
            ? (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
            : element.GetDouble().ToString("R", CultureInfo.InvariantCulture);
}
