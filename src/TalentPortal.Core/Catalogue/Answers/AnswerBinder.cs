using System.Text.Json;
using Microsoft.Extensions.Primitives;
using TalentPortal.Core.Catalogue.Forms;

namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>Binds posted form values, or the JSON body of an API call, to typed answers. It never throws on what was sent.</summary>
public static class AnswerBinder
{
    /// <summary>
    /// Binds flat keys (<c>scale</c>, <c>person.name</c>, <c>households[0].name</c>). Keys of other fields are not looked at;
    /// rows close up: blank ones go, gaps in their numbers do not count.
    /// </summary>
    /// <param name="fields">Top-level fields to bind: of one section, or of the whole form.</param>
    /// <param name="posted">Posted keys and values.</param>
    public static AnswerBinding FromPost(IEnumerable<FormField> fields, IEnumerable<KeyValuePair<string, StringValues>> posted)
    {
        var byPath = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var (key, value) in posted) byPath[key] = value;
        var binding = new Binding();
        foreach (var field in fields)
        {
            var value = field.Type switch
            {
                FieldType.Rows => PostedRows(field, byPath, binding),
                FieldType.Person => Binding.Block(field, child => PostedValue(child, $"{field.Code}.{child.Code}", byPath, binding)),
                _ => PostedValue(field, field.Code, byPath, binding),
            };
            binding.Keep(field.Code, value);
        }

        return binding.Finish();
    }

    /// <summary>Binds a JSON object; a property that is no field is an error.</summary>
    /// <param name="fields">Top-level fields to bind.</param>
    /// <param name="body">The object.</param>
    public static AnswerBinding FromJson(IEnumerable<FormField> fields, JsonElement body)
    {
        var binding = new Binding();
        if (body.ValueKind is not JsonValueKind.Object)
        {
            binding.Refuse("$", new AnswerOfWrongShape());
            return binding.Finish();
        }

        var byCode = fields.Where(f => f.Type is not FieldType.File).ToDictionary(f => f.Code, StringComparer.Ordinal);
        foreach (var property in body.EnumerateObject())
        {
            if (byCode.TryGetValue(property.Name, out var field)) binding.Keep(field.Code, JsonField(field, property.Value, binding));
            else binding.Refuse(Shorten(property.Name), new AnswerToNoField());
        }

        return binding.Finish();
    }

    private static AnswerValue? PostedValue(FormField field, string path, Dictionary<string, StringValues> posted, Binding binding)
    {
        if (field.Type is FieldType.File || !posted.TryGetValue(path, out var values)) return null;
        return field is { Type: FieldType.Choice, Multiple: true }
            ? binding.Codes(field, path, [.. values.Select(v => v ?? string.Empty)])
            : binding.Single(field, path, values.Count == 0 ? string.Empty : values[0] ?? string.Empty);
    }

    private static AnswerValue.Rows? PostedRows(FormField field, Dictionary<string, StringValues> posted, Binding binding)
    {
        var numbers = posted.Keys.Select(AnswerPath.TryParse)
            .Where(p => p is { Row: not null, Child: not null } && string.Equals(p.Code, field.Code, StringComparison.Ordinal))
            .Select(p => p!.Row!.Value).Distinct().Order().ToList();
        var rows = new List<AnswerValue.Group>();
        foreach (var number in numbers)
        {
            var row = Binding.Block(field, child =>
                PostedValue(child, new AnswerPath(field.Code, number, child.Code).ToString(), posted, binding));
            if (row is not null && !binding.AddRow(field, rows, row)) break;
        }

        return rows.Count == 0 ? null : new AnswerValue.Rows(rows);
    }

    private static AnswerValue? JsonField(FormField field, JsonElement value, Binding binding)
    {
        switch (field.Type, value.ValueKind)
        {
            case (_, JsonValueKind.Null):
                return null;
            case (FieldType.Person, JsonValueKind.Object):
                return JsonBlock(field, field.Code, value, binding);
            case (FieldType.Rows, JsonValueKind.Array):
                var rows = new List<AnswerValue.Group>();
                foreach (var element in value.EnumerateArray())
                {
                    var row = JsonBlock(field, new AnswerPath(field.Code, rows.Count, Child: null).ToString(), element, binding);
                    if (row is not null && !binding.AddRow(field, rows, row)) break;
                }

                return rows.Count == 0 ? null : new AnswerValue.Rows(rows);
            case (FieldType.Person or FieldType.Rows, _):
                binding.Refuse(field.Code, new AnswerOfWrongShape());
                return null;
            default:
                return JsonValue(field, field.Code, value, binding);
        }
    }

    private static AnswerValue.Group? JsonBlock(FormField block, string path, JsonElement value, Binding binding)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            binding.Refuse(path, new AnswerOfWrongShape());
            return null;
        }

        foreach (var name in value.EnumerateObject().Select(p => p.Name)
            .Where(n => block.Fields.All(f => !string.Equals(f.Code, n, StringComparison.Ordinal))))
            binding.Refuse($"{path}.{Shorten(name)}", new AnswerToNoField());
        return Binding.Block(block, child =>
            value.TryGetProperty(child.Code, out var answer) ? JsonValue(child, $"{path}.{child.Code}", answer, binding) : null);
    }

    private static AnswerValue? JsonValue(FormField field, string path, JsonElement value, Binding binding)
    {
        var isMultiple = field is { Type: FieldType.Choice, Multiple: true };
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return isMultiple ? binding.Codes(field, path, [Plain(value)]) : binding.Single(field, path, Plain(value));
            case JsonValueKind.Array when isMultiple && value.EnumerateArray().All(e => e.ValueKind is JsonValueKind.String):
                return binding.Codes(field, path, [.. value.EnumerateArray().Select(Plain)]);
            default:
                binding.Refuse(path, new AnswerOfWrongShape());
                return null;
        }
    }

    private static string Plain(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.String) return Reading.JsonCursor.PlainText(value) ?? string.Empty;
        return Number(value);
    }

    private static string Number(JsonElement value) => value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var number)
        ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : value.GetRawText();

    private static string Shorten(string name) => name.Length <= 50 ? name : name[..50];
}
