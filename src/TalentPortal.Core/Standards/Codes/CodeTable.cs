using System.Globalization;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Standards.Codes;

/// <summary>A list of codes with labels and validity: what a drop-down offers and a stored code means.</summary>
public sealed class CodeTable
{
    private readonly ILookup<string, CodeItem> byCode;

    private CodeTable(string name, (string Version, string Source, Provenance Provenance) edition, IReadOnlyList<CodeItem> items)
    {
        Name = name;
        (Version, Source, Provenance) = edition;
        Items = items;
        byCode = Items.ToLookup(i => i.Code, StringComparer.Ordinal);
    }

    /// <summary>The table's name: its file name without extension.</summary>
    public string Name { get; }

    /// <summary>The edition of the table.</summary>
    public string Version { get; }

    /// <summary>Where the table comes from.</summary>
    public string Source { get; }

    /// <summary>How far its rows can be trusted, unless a row says otherwise.</summary>
    public Provenance Provenance { get; }

    /// <summary>All rows, past ones too, in the order in which they are offered.</summary>
    public IReadOnlyList<CodeItem> Items { get; }

    /// <summary>Makes a table of a file that was read.</summary>
    /// <exception cref="SeedException">A code is blank or doubled, a parent unknown or in a circle, a validity reversed.</exception>
    public static CodeTable From(SeedDocument<CodeItem> document)
    {
        var problems = CodeTableRules.Check(document);
        SeedException.ThrowIfAny(problems);
        return new CodeTable(
            Path.GetFileNameWithoutExtension(document.File), (document.Version, document.Source, document.Provenance), document.Items);
    }

    /// <summary>The same table with other rows for some codes, and rows for codes that it did not have.</summary>
    internal CodeTable With(IReadOnlyList<CodeItem> items)
    {
        var told = items.ToDictionary(item => item.Code, StringComparer.Ordinal);
        return new CodeTable(Name, (Version, Source, Provenance),
            [.. Items.Select(item => told.GetValueOrDefault(item.Code, item)), .. items.Where(item => !byCode.Contains(item.Code))]);
    }

    /// <summary>The row of a stored code, whether it is still in use or not; the latest where a code was used twice.</summary>
    public CodeItem? Find(string code) => byCode[code].MaxBy(i => i.ValidFrom ?? DateOnly.MinValue);

    /// <summary>The row of a code that may be chosen on that day.</summary>
    public CodeItem? Find(string code, DateOnly on) => byCode[code].FirstOrDefault(i => i.IsValidOn(on));

    /// <summary>The rows that may be chosen on that day.</summary>
    public IEnumerable<CodeItem> ItemsOn(DateOnly on) => Items.Where(i => i.IsValidOn(on));

    /// <summary>The rows below <paramref name="parent"/> (null: the topmost) that may be chosen on that day.</summary>
    public IEnumerable<CodeItem> ChildrenOf(string? parent, DateOnly on) =>
        ItemsOn(on).Where(i => string.Equals(i.Parent, parent, StringComparison.Ordinal));

    /// <summary>The label of a stored code; the code itself where the table does not know it, so that nothing is hidden.</summary>
    public string Label(string code, CultureInfo culture) => Find(code)?.Label(culture) ?? code;
}
