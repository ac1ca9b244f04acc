using System.Text.Json;
using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Definitions.Reading;

/// <summary>Looks ahead into files for the activity types that their definitions will make.</summary>
internal static class WorkflowNames
{
    public static HashSet<string> Find(IEnumerable<string> files)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (Peek(file) is { } name) names.Add(PascalCase.Of(name));
        }

        return names;
    }

    private static string? Peek(string file)
    {
        try
        {
            if (JsonNode.Parse(file, documentOptions: DefinitionReader.Options) is not JsonObject json) return null;
            var isUsable = json.Object("options")?.Flag("usableAsActivity") ?? json.Flag("usableAsActivity") ?? false;
            return isUsable ? json.Text("name") : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // The reader reports what is wrong with the file.
            return null;
        }
    }
}
