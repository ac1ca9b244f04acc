using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalentPortal.Core.Kernel;

/// <summary>Reads seed files: strict JSON in camelCase, in which nothing is ignored silently.</summary>
public static class SeedFile
{
    /// <summary>How seed JSON is read: unknown, missing, doubled and null properties are errors; enums are in kebab-case.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>Reads one file.</summary>
    /// <exception cref="SeedException">The file is missing or not of that form.</exception>
    public static SeedDocument<TItem> Read<TItem>(string path)
    {
        var file = Path.GetFileName(path);
        try
        {
            return Parse<TItem>(file, File.ReadAllText(path));
        }
        catch (IOException exception)
        {
            throw new SeedException([new SeedProblem(file, "$", exception.Message)], exception);
        }
    }

    /// <summary>Reads every <c>*.json</c> of a folder (not of folders in it), in the order of the names.</summary>
    /// <exception cref="SeedException">The folder is missing, or a file is not of that form.</exception>
    public static IReadOnlyList<SeedDocument<TItem>> ReadFolder<TItem>(string folder)
    {
        if (!Directory.Exists(folder)) throw new SeedException([new SeedProblem(folder, "$", "There is no such folder.")]);
        return [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read<TItem>)];
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="file">The name for messages.</param>
    /// <param name="json">The text.</param>
    /// <exception cref="SeedException">The text is not of that form.</exception>
    public static SeedDocument<TItem> Parse<TItem>(string file, string json)
    {
        try
        {
            var document = JsonSerializer.Deserialize<SeedDocument<TItem>>(json, Options)
                ?? throw new SeedException([new SeedProblem(file, "$", "The file holds null.")]);
            return document with { File = file };
        }
        catch (JsonException exception)
        {
            throw new SeedException([new SeedProblem(file, exception.Path ?? "$", exception.Message)], exception);
        }
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
