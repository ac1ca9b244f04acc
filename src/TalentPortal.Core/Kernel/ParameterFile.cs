using System.Text.Json;

namespace TalentPortal.Core.Kernel;

/// <summary>Numbers that are policy and not code: a JSON object of <c>"name": { "value", "unit", "provenance" }</c>.</summary>
public sealed class ParameterFile
{
    private readonly string path;
    private readonly Dictionary<string, Entry> entries;

    private ParameterFile(string path, Dictionary<string, Entry> entries) => (this.path, this.entries) = (path, entries);

    /// <summary>Reads a file.</summary>
    /// <exception cref="StartupRefusedException">It is missing or is not such an object.</exception>
    public static ParameterFile Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var read = JsonSerializer.Deserialize<Dictionary<string, Entry>>(file, JsonSerializerOptions.Web);
            return new ParameterFile(path, read ?? throw new JsonException("The file is null."));
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException)
        {
            throw new StartupRefusedException($"The parameters in {path} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>A whole number above zero, in the unit that the caller expects.</summary>
    /// <exception cref="StartupRefusedException">It is missing, of another unit, not above zero, or has no provenance.</exception>
    public int Positive(string name, string unit)
    {
        if (!entries.TryGetValue(name, out var entry)) throw new StartupRefusedException($"{path} lacks the parameter {name}.");
        if (!string.Equals(entry.Unit, unit, StringComparison.Ordinal))
            throw new StartupRefusedException($"{name} in {path} is in {entry.Unit}, but it is read in {unit}.");
        if (entry.Value <= 0 || string.IsNullOrWhiteSpace(entry.Provenance))
            throw new StartupRefusedException($"{name} in {path} must be above zero and say where it comes from.");
        return entry.Value;
    }

    private sealed record Entry(int Value, string Unit, string Provenance);
}
