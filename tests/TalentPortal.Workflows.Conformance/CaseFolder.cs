using System.Text.Json;

namespace TalentPortal.Workflows.Conformance;

/// <summary>A folder with cases.json and the definitions it names.</summary>
public sealed class CaseFolder(string folder)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public IReadOnlyList<ConformanceCase> Read() =>
        JsonSerializer.Deserialize<List<ConformanceCase>>(File.ReadAllText(Path.Combine(folder, "cases.json")), Options) ?? [];

    /// <summary>Runs one case; null when it passes, else what differs.</summary>
    public Task<string?> RunAsync(ConformanceCase test) =>
        new CaseRun(test, [.. test.Files.Select(file => (file, File.ReadAllText(Path.Combine(folder, file))))]).RunAsync();
}
