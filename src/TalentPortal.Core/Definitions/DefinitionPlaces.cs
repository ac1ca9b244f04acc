using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TalentPortal.Core.Definitions;

/// <summary>
/// Where the activities of a definition and their properties stand in its text, so that a finding can be looked up there.
/// </summary>
public sealed class DefinitionPlaces
{
    private const int DeepestNesting = 256;
    private readonly byte[] bytes;
    private readonly Dictionary<string, Scope> activities = new(StringComparer.Ordinal);
    private Scope top = new(new JsonPlace("$", 1), new(StringComparer.OrdinalIgnoreCase));
    private long line = 1;
    private int counted;

    private DefinitionPlaces(string json) => bytes = Encoding.UTF8.GetBytes(json);

    /// <summary>Reads a text; where it is no JSON, every place is its beginning.</summary>
    public static DefinitionPlaces Read(string json)
    {
        var places = new DefinitionPlaces(json);
        try
        {
            var reader = new Utf8JsonReader(places.bytes, new JsonReaderOptions { MaxDepth = DeepestNesting });
            if (reader.Read() && reader.TokenType is JsonTokenType.StartObject) places.top = places.ReadObject(ref reader, "$");
        }
        catch (JsonException)
        {
            // What is wrong with the text is said elsewhere, with its line.
            places.activities.Clear();
        }

        return places;
    }

    /// <summary>The place of a finding.</summary>
    public JsonPlace Of(DefinitionFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Line is { } known) return new JsonPlace("$", known);
        var scope = finding.ActivityId is { } id && activities.TryGetValue(id, out var found) ? found : top;
        if (finding.Property is not { } property) return scope.Place;
        var first = property.Split('.')[0];
        return scope.Properties.TryGetValue(first, out var place)
            ? place with { Path = scope.Place.Path + "." + property }
            : scope.Place;
    }

    private Scope ReadObject(ref Utf8JsonReader reader, string path)
    {
        var scope = new Scope(new JsonPlace(path, LineAt(reader.TokenStartIndex)), new(StringComparer.OrdinalIgnoreCase));
        string? id = null;
        var hasType = false;
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var place = new JsonPlace(Join(path, name), LineAt(reader.TokenStartIndex));
            scope.Properties[name] = place;
            reader.Read();
            if (reader.TokenType is JsonTokenType.String && string.Equals(name, "id", StringComparison.OrdinalIgnoreCase))
                id = reader.GetString();
            hasType |= string.Equals(name, "type", StringComparison.OrdinalIgnoreCase);
            ReadValue(ref reader, place.Path);
        }

        // Of two activities with one id the second is the one that is complained about.
        if (id is not null && hasType) activities[id] = scope;
        return scope;
    }

    private void ReadValue(ref Utf8JsonReader reader, string path)
    {
        if (reader.TokenType is JsonTokenType.StartObject) ReadObject(ref reader, path);
        if (reader.TokenType is not JsonTokenType.StartArray) return;
        for (var index = 0; reader.Read() && reader.TokenType is not JsonTokenType.EndArray; index++)
            ReadValue(ref reader, path + string.Create(CultureInfo.InvariantCulture, $"[{index}]"));
    }

    private static string Join(string path, string name) =>
        name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_') ? $"{path}.{name}" : $"{path}['{name}']";

    /// <summary>Places come in order, so that each line end is counted once.</summary>
    private long LineAt(long index)
    {
        for (; counted < index; counted++)
        {
            if (bytes[counted] == (byte)'\n') line++;
        }

        return line;
    }

    private sealed record Scope(JsonPlace Place, Dictionary<string, JsonPlace> Properties);
}
