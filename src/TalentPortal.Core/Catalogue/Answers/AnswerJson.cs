using System.Globalization;
using System.Text.Json;
using TalentPortal.Core.Catalogue.Forms;

namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>Answers as JSON: numbers as numbers, dates and codes as texts, several codes as a list, rows as a list of objects.</summary>
internal static class AnswerJson
{
    private const string MaskedProperty = "masked";

    public static void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, AnswerValue> values)
    {
        writer.WriteStartObject();
        foreach (var (code, value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(code);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads a document that the portal wrote.</summary>
    public static FormAnswers ReadStored(IEnumerable<FormField> fields, JsonElement root) => new(ReadGroup(fields, root).Fields);

    private static void Write(Utf8JsonWriter writer, AnswerValue value)
    {
        switch (value)
        {
            case AnswerValue.Text text:
                writer.WriteStringValue(text.Value);
                break;
            case AnswerValue.Number number:
                writer.WriteNumberValue(number.Value);
                break;
            case AnswerValue.YesNo yesNo:
                writer.WriteBooleanValue(yesNo.Value);
                break;
            case AnswerValue.Date date:
                writer.WriteStringValue(date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case AnswerValue.Unreadable unreadable:
                writer.WriteStringValue(unreadable.Raw);
                break;
            case AnswerValue.Masked masked:
                writer.WriteStartObject();
                writer.WriteString(MaskedProperty, masked.Shown);
                writer.WriteEndObject();
                break;
            case AnswerValue.Codes codes:
                WriteList(writer, codes.Values, writer.WriteStringValue);
                break;
            case AnswerValue.Group group:
                Write(writer, group.Fields);
                break;
            case AnswerValue.Rows rows:
                WriteList(writer, rows.Items, row => Write(writer, row.Fields));
                break;
        }
    }

    private static void WriteList<T>(Utf8JsonWriter writer, IReadOnlyList<T> items, Action<T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items) write(item);
        writer.WriteEndArray();
    }

    private static AnswerValue.Group ReadGroup(IEnumerable<FormField> fields, JsonElement element)
    {
        var values = new Dictionary<string, AnswerValue>(StringComparer.Ordinal);
        if (element.ValueKind is not JsonValueKind.Object) return new AnswerValue.Group(values);
        foreach (var field in fields)
        {
            if (element.TryGetProperty(field.Code, out var stored) && Read(field, stored) is { } value) values[field.Code] = value;
        }

        return new AnswerValue.Group(values);
    }

    private static AnswerValue? Read(FormField field, JsonElement stored) => (field.Type, stored.ValueKind) switch
    {
        (FieldType.File, _) => null,
        (FieldType.Person, JsonValueKind.Object) => ReadGroup(field.Fields, stored),
        (FieldType.Rows, JsonValueKind.Array) =>
            new AnswerValue.Rows([.. stored.EnumerateArray().Select(row => ReadGroup(field.Fields, row))]),
        (FieldType.Person or FieldType.Rows, _) => null,
        (_, JsonValueKind.Object) => stored.TryGetProperty(MaskedProperty, out var shown) && shown.ValueKind is JsonValueKind.String
            ? new AnswerValue.Masked(shown.GetString()!) : null,
        (_, JsonValueKind.Array) => new AnswerValue.Codes(
            [.. stored.EnumerateArray().Where(c => c.ValueKind is JsonValueKind.String).Select(c => c.GetString()!)]),
        (_, JsonValueKind.Number) when stored.TryGetDecimal(out var number) => new AnswerValue.Number(number),
        (_, JsonValueKind.True or JsonValueKind.False) => new AnswerValue.YesNo(stored.GetBoolean()),
        (_, JsonValueKind.String) => ReadText(field, stored.GetString()!),
        _ => null,
    };

    private static AnswerValue ReadText(FormField field, string text) => field.Type switch
    {
        FieldType.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
            new AnswerValue.Date(date),
        FieldType.Date or FieldType.Number or FieldType.Money or FieldType.YesNo => new AnswerValue.Unreadable(text),
        _ => new AnswerValue.Text(text),
    };
}
