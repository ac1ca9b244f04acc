using System.Text.Json;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards.Parameters;

/// <summary>All numbers of policy, by key and day.</summary>
public sealed class ParameterTable
{
    private readonly ILookup<string, Parameter> byKey;

    private ParameterTable(IEnumerable<Parameter> all)
    {
        All = [.. all.OrderBy(p => p.Key, StringComparer.Ordinal).ThenBy(p => p.EffectiveFrom)];
        byKey = All.ToLookup(p => p.Key, StringComparer.Ordinal);
    }

    /// <summary>Every parameter, past and coming ones too, by key and time.</summary>
    public IReadOnlyList<Parameter> All { get; }

    /// <summary>Reads every file of a folder.</summary>
    /// <exception cref="SeedException">A file cannot be used, or two values of one key hold on the same day.</exception>
    public static ParameterTable Load(string folder) => From(SeedFile.ReadFolder<Parameter>(folder));

    /// <summary>Makes a table of files that were read.</summary>
    /// <exception cref="SeedException">A value cannot be used, or two values of one key hold on the same day.</exception>
    public static ParameterTable From(IReadOnlyList<SeedDocument<Parameter>> documents)
    {
        SeedException.ThrowIfAny([.. ParameterRules.Check(documents)]);
        return new ParameterTable(documents.SelectMany(d => d.Items));
    }

    /// <summary>The parameter that holds on that day, or null.</summary>
    public Parameter? Find(string key, DateOnly on) => byKey[key].FirstOrDefault(p => p.IsEffectiveOn(on));

    /// <summary>A whole number.</summary>
    /// <exception cref="ParameterException">It is missing on that day, or no whole number.</exception>
    public int Int(string key, DateOnly on)
    {
        var parameter = Get(key, on);
        return parameter.Value.ValueKind is JsonValueKind.Number && parameter.Value.TryGetInt32(out var value)
            ? value
            : throw Wrong(parameter, "a whole number");
    }

    /// <summary>A number.</summary>
    /// <exception cref="ParameterException">It is missing on that day, or no number.</exception>
    public decimal Decimal(string key, DateOnly on)
    {
        var parameter = Get(key, on);
        return parameter.Value.ValueKind is JsonValueKind.Number && parameter.Value.TryGetDecimal(out var value)
            ? value
            : throw Wrong(parameter, "a number");
    }

    /// <summary>A text.</summary>
    /// <exception cref="ParameterException">It is missing on that day, or no text.</exception>
    public string Text(string key, DateOnly on)
    {
        var parameter = Get(key, on);
        return parameter.Value.ValueKind is JsonValueKind.String ? parameter.Value.GetString()! : throw Wrong(parameter, "a text");
    }

    /// <summary>True or false.</summary>
    /// <exception cref="ParameterException">It is missing on that day, or neither.</exception>
    public bool Flag(string key, DateOnly on)
    {
        var parameter = Get(key, on);
        return parameter.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? parameter.Value.GetBoolean()
            : throw Wrong(parameter, "true or false");
    }

    /// <summary>Several words in one text, parted by commas; an empty text gives none.</summary>
    /// <exception cref="ParameterException">It is missing on that day, or no text.</exception>
    public IReadOnlyList<string> Words(string key, DateOnly on) =>
        Text(key, on).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static ParameterException Wrong(Parameter parameter, string expected) =>
        new($"Parameter '{parameter.Key}' from {parameter.EffectiveFrom:yyyy-MM-dd} is {parameter.Value.GetRawText()}, not {expected}.");

    private Parameter Get(string key, DateOnly on) => Find(key, on) ?? throw new ParameterException(byKey.Contains(key)
        ? $"Parameter '{key}' has no value on {on:yyyy-MM-dd}."
        : $"There is no parameter '{key}'.");
}
