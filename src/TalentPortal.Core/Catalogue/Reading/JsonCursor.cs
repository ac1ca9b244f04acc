using System.Globalization;
using System.Text.Json;

namespace TalentPortal.Core.Catalogue.Reading;

/// <summary>
/// Reads the properties of one JSON object by name and notes what is missing, of another type, or unknown. It never throws on
/// what the file says: it logs an error and hands back something harmless.
/// </summary>
internal sealed class JsonCursor
{
    private readonly JsonElement element;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public JsonCursor(JsonElement element, string path, ReadingLog log)
    {
        (Path, Log) = (path, log);
        this.element = element;
        IsObject = element.ValueKind is JsonValueKind.Object;
        if (!IsObject) log.Error(path, $"an object is expected here, not {NameOf(element)}");
    }

    public string Path { get; }

    public ReadingLog Log { get; }

    public bool IsObject { get; }

    public IEnumerable<string> Names => IsObject ? element.EnumerateObject().Select(p => p.Name) : [];

    public static string NameOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => value.ValueKind.ToString().ToLowerInvariant(),
    };

    /// <summary>The property's value; null when it is absent or null.</summary>
    public JsonElement? Take(string name)
    {
        taken.Add(name);
        return IsObject && element.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;
    }

    public bool Has(string name) =>
        IsObject && element.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null;

    public string At(string name) => $"{Path}.{name}";

    public void Error(string name, string message) => Log.Error(At(name), message);

    /// <summary>A text that must be there.</summary>
    public string Text(string name)
    {
        var text = OptionalText(name);
        if (string.IsNullOrWhiteSpace(text)) Error(name, $"'{name}' is missing");
        return text;
    }

    /// <summary>A text; empty when it is absent.</summary>
    public string OptionalText(string name)
    {
        if (Take(name) is not { } value) return string.Empty;
        if (value.ValueKind is JsonValueKind.String) return TextOf(value, At(name));
        Error(name, $"'{name}' must be a text, not {NameOf(value)}");
        return string.Empty;
    }

    /// <summary>A text in both languages that must be there.</summary>
    public LocalizedText Localized(string name)
    {
        var text = OptionalLocalized(name);
        if (text.IsBlank) Error(name, $"'{name}' needs a text in zh and in en");
        return text;
    }

    /// <summary>A text in both languages; empty when it is absent.</summary>
    public LocalizedText OptionalLocalized(string name) =>
        Take(name) is { } value ? LocalizedOf(new JsonCursor(value, At(name), Log)) : LocalizedText.Empty;

    public static LocalizedText LocalizedOf(JsonCursor text)
    {
        var result = new LocalizedText(text.OptionalText("zh"), text.OptionalText("en"));
        text.Close();
        return result;
    }

    /// <summary>A whole number in a range; <paramref name="absent"/> when it is not there, an error where that is null.</summary>
    public int Whole(string name, int least, int most, int? absent = null)
    {
        if (Take(name) is not { } value)
        {
            if (absent is null) Error(name, $"'{name}' is missing");
            return absent ?? least;
        }

        if (value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        Error(name, $"'{name}' must be a whole number from {least} to {most}");
        return least;
    }

    /// <summary>A number that must be there.</summary>
    public decimal Number(string name)
    {
        if (Take(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number)) return number;
        Error(name, $"'{name}' must be a number");
        return 0;
    }

    /// <summary>True or false; false when it is absent.</summary>
    public bool Flag(string name)
    {
        if (Take(name) is not { } value) return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Error(name, $"'{name}' must be true or false");
        return false;
    }

    /// <summary>A date <c>yyyy-MM-dd</c> that must be there.</summary>
    public DateOnly Date(string name)
    {
        var text = OptionalText(name);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Error(name, $"'{name}' must be a date such as 2026-01-31");
        return DateOnly.MinValue;
    }

    /// <summary>One of an enumeration's names, written in camel case.</summary>
    public T Choice<T>(string name, T? absent = null) where T : struct, Enum =>
        absent is { } value && !Has(name) ? value : ChoiceOf<T>(Text(name), name, JsonNamingPolicy.CamelCase);

    public T ChoiceOf<T>(string text, string name, JsonNamingPolicy policy) where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        var names = Array.ConvertAll(values, v => policy.ConvertName(v.ToString()));
        var index = Array.IndexOf(names, text);
        if (index < 0 && text.Length > 0) Error(name, $"'{text}' is unknown; expected one of {string.Join(", ", names)}");
        return values[Math.Max(index, 0)];
    }

    /// <summary>A nested object that must be there.</summary>
    public JsonCursor Child(string name)
    {
        if (Take(name) is { } value) return new JsonCursor(value, At(name), Log);
        Error(name, $"'{name}' is missing");
        using var empty = JsonDocument.Parse("{}");
        return new JsonCursor(empty.RootElement.Clone(), At(name), Log);
    }

    /// <summary>The elements of an array with their paths; none when it is absent.</summary>
    public IReadOnlyList<(JsonElement Value, string Path)> Elements(string name)
    {
        if (Take(name) is not { } value) return [];
        if (value.ValueKind is JsonValueKind.Array) return [.. value.EnumerateArray().Select((e, i) => (e, $"{At(name)}[{i}]"))];
        Error(name, $"'{name}' must be a list, not {NameOf(value)}");
        return [];
    }

    /// <summary>A list of objects; none when it is absent.</summary>
    public IReadOnlyList<T> List<T>(string name, Func<JsonCursor, T> read) =>
        [.. Elements(name).Select(e => ReadClosed(new JsonCursor(e.Value, e.Path, Log), read))];

    /// <summary>A list of texts; none when it is absent.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. Elements(name).Select(e =>
        {
            if (e.Value.ValueKind is JsonValueKind.String) return TextOf(e.Value, e.Path);
            Log.Error(e.Path, $"a text is expected here, not {NameOf(e.Value)}");
            return string.Empty;
        })];

    /// <summary>An object used as a dictionary; none when it is absent.</summary>
    public IReadOnlyDictionary<string, T> Map<T>(string name, Func<JsonElement, string, T> read)
    {
        var result = new Dictionary<string, T>(StringComparer.Ordinal);
        if (Take(name) is not { } value) return result;
        if (value.ValueKind is JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject()) result[property.Name] = read(property.Value, $"{At(name)}.{property.Name}");
        }
        else
        {
            Error(name, $"'{name}' must be an object, not {NameOf(value)}");
        }

        return result;
    }

    /// <summary>Reports what was never asked for: unknown properties.</summary>
    public void Close()
    {
        foreach (var name in Names.Where(n => !taken.Contains(n))) Error(name, $"'{name}' is not a property of this object");
    }

    /// <summary>The text of a JSON string; null when it holds half of a character pair, which is no text.</summary>
    public static string? PlainText(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static T ReadClosed<T>(JsonCursor cursor, Func<JsonCursor, T> read)
    {
        var result = read(cursor);
        cursor.Close();
        return result;
    }

    private string TextOf(JsonElement value, string path)
    {
        if (PlainText(value) is { } text) return text;
        Log.Error(path, "the text holds half of a character pair");
        return string.Empty;
    }
}
