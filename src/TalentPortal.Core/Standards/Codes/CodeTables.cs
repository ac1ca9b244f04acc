using System.Collections.Concurrent;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards.Codes;

/// <summary>All code tables, by name.</summary>
public sealed class CodeTables
{
    private readonly ConcurrentDictionary<string, CodeTable> tables;

    private CodeTables(IEnumerable<CodeTable> tables) =>
        this.tables = new(tables.Select(t => KeyValuePair.Create(t.Name, t)), StringComparer.Ordinal);

    /// <summary>The names, sorted.</summary>
    public IEnumerable<string> Names => tables.Keys.Order(StringComparer.Ordinal);

    /// <summary>The table of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; use <see cref="Find"/> where the name comes from data.</exception>
    public CodeTable this[string name] => Find(name) ?? throw new KeyNotFoundException($"There is no code table '{name}'.");

    /// <summary>Reads every file of a folder; a file's name without extension is the table's name.</summary>
    /// <exception cref="SeedException">A file cannot be used.</exception>
    public static CodeTables Load(string folder) => new(SeedFile.ReadFolder<CodeItem>(folder).Select(CodeTable.From));

    /// <summary>Has a table offer what dated data elsewhere holds: in place of its own rows of the same codes, else after its last.</summary>
    /// <exception cref="KeyNotFoundException">There is no such table.</exception>
    public void Follow(string name, IReadOnlyList<CodeItem> items) => tables[name] = this[name].With(items);

    /// <summary>The table of that name, or null.</summary>
    public CodeTable? Find(string name) => tables.GetValueOrDefault(name);
}
