using System.Text.Json;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards.Parameters;

/// <summary>
/// All numbers of policy, by key and day: those of the seed data, and over them what was released since. The portal's one table takes
/// over a release while it runs (<see cref="Adopt"/>); a reader sees either all of it or nothing.
/// </summary>
public sealed class ParameterTable
{
    private readonly IReadOnlyList<Parameter> seeds;
    private volatile Snapshot held;

    private ParameterTable(IEnumerable<Parameter> all)
    {
        seeds = [.. all];
        held = new Snapshot(seeds, 0);
    }

    /// <summary>Every parameter, past and coming ones too, by key and time.</summary>
    public IReadOnlyList<Parameter> All => held.All;

    /// <summary>Another number after each <see cref="Adopt"/> of this program: what was made of the table before is out of date.</summary>
    public int Edition => held.Edition;

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

    /// <summary>
    /// Puts what was released over the seed data. From the first day of a release on only releases count for its key, so that loading
    /// the seed data again, or a newer one, does not undo them.
    /// </summary>
    /// <param name="released">Each without an end: the next of its key ends it.</param>
    public void Adopt(IEnumerable<Parameter> released) => held = new Snapshot(Over(seeds, released), held.Edition + 1);

    /// <summary>A table of its own in which what holds on that day holds always: for asking what a rule would have said.</summary>
    public ParameterTable AsOf(DateOnly on) =>
        new(All.Where(p => p.IsEffectiveOn(on)).Select(p => p with { EffectiveFrom = DateOnly.MinValue, EffectiveTo = null }));

    /// <summary>A table of its own with another value of one key, always.</summary>
    public ParameterTable With(string key, JsonElement value) =>
        new(All.Select(p => string.Equals(p.Key, key, StringComparison.Ordinal) ? p with { Value = value } : p));

    /// <summary>The parameter that holds on that day, or null.</summary>
    public Parameter? Find(string key, DateOnly on) => held.ByKey[key].FirstOrDefault(p => p.IsEffectiveOn(on));

    /// <summary>One row a key: what holds on that day, or else what comes first after it.</summary>
    public IReadOnlyList<Parameter> On(DateOnly on) =>
        [.. held.ByKey.Select(key => key.FirstOrDefault(p => p.IsEffectiveOn(on)) ?? key.FirstOrDefault(p => p.EffectiveFrom > on)
            ?? key.Last())];

    /// <summary>All values of a key, past and coming ones too, by time.</summary>
    public IReadOnlyList<Parameter> Of(string key) => [.. held.ByKey[key]];

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

    private Parameter Get(string key, DateOnly on) => Find(key, on) ?? throw new ParameterException(held.ByKey.Contains(key)
        ? $"Parameter '{key}' has no value on {on:yyyy-MM-dd}."
        : $"There is no parameter '{key}'.");

    private static IEnumerable<Parameter> Over(IEnumerable<Parameter> seeds, IEnumerable<Parameter> released)
    {
        var changes = released.OrderBy(p => p.EffectiveFrom).ToLookup(p => p.Key, StringComparer.Ordinal);
        foreach (var seed in seeds)
        {
            if (changes[seed.Key].FirstOrDefault() is not { } first) yield return seed;
            else if (seed.EffectiveFrom < first.EffectiveFrom)
                yield return seed with { EffectiveTo = seed.EffectiveTo is { } to && to < first.EffectiveFrom ? to : first.EffectiveFrom };
        }

        foreach (var key in changes)
        {
            var inOrder = key.ToList();
            for (var i = 0; i < inOrder.Count; i++)
                yield return inOrder[i] with { EffectiveTo = i + 1 < inOrder.Count ? inOrder[i + 1].EffectiveFrom : null };
        }
    }

    private sealed class Snapshot
    {
        public Snapshot(IEnumerable<Parameter> all, int edition)
        {
            All = [.. all.OrderBy(p => p.Key, StringComparer.Ordinal).ThenBy(p => p.EffectiveFrom)];
            ByKey = All.ToLookup(p => p.Key, StringComparer.Ordinal);
            Edition = edition;
        }

        public IReadOnlyList<Parameter> All { get; }

        public ILookup<string, Parameter> ByKey { get; }

        public int Edition { get; }
    }
}
