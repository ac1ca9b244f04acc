using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Standards.Codes;

namespace TalentPortal.Core.Catalogue;

/// <summary>Codes of a service item: its own tables first, then the portal's.</summary>
/// <param name="item">The item.</param>
/// <param name="tables">The portal's code tables.</param>
public sealed class ItemCodes(ServiceItem item, CodeTables tables)
{
    /// <summary>What a choice or region offers on that day, in display order.</summary>
    /// <param name="field">The field.</param>
    /// <param name="parent">The answer of the parent field, or the town of a village; null: not chosen, or there is none.</param>
    /// <param name="on">The day.</param>
    public IEnumerable<ItemCode> Options(FormField field, string? parent, DateOnly on) => field.CodeTable is { } table
        ? Entries(table, on).Where(e =>
            Offers(field, table, e, on)
            && (parent is null ? field.ParentField is null : string.Equals(e.Parent, parent, StringComparison.Ordinal)))
        : [];

    /// <summary>The entry of a code if the field offers it on that day, whatever its parent field says; else null.</summary>
    public ItemCode? FindOffered(FormField field, string code, DateOnly on) => field.CodeTable is { } table
        ? Entries(table, on).FirstOrDefault(e => string.Equals(e.Code, code, StringComparison.Ordinal) && Offers(field, table, e, on))
        : null;

    /// <summary>The entry of a stored code, even one no longer offered; null where the table does not know it.</summary>
    public ItemCode? Find(string table, string code)
    {
        if (item.CodeTables.TryGetValue(table, out var own))
            return own.Entries.FirstOrDefault(e => string.Equals(e.Code, code, StringComparison.Ordinal));
        return tables.Find(table)?.Find(code) is { } entry ? Map(entry) : null;
    }

    /// <summary>The label of a stored code; the code itself where no table knows it, so that nothing is hidden.</summary>
    public LocalizedText Label(string table, string code) => Find(table, code)?.Name ?? new LocalizedText(code, code);

    private static ItemCode Map(CodeItem entry) => new(entry.Code, new LocalizedText(entry.Zh, entry.En), entry.Parent, entry.Attributes);

    private IEnumerable<ItemCode> Entries(string table, DateOnly on) => item.CodeTables.TryGetValue(table, out var own)
        ? own.Entries
        : tables.Find(table)?.ItemsOn(on).Select(Map) ?? [];

    private bool Offers(FormField field, string table, ItemCode entry, DateOnly on) =>
        (field.RegionDigits == 0 || entry.Code.Length == field.RegionDigits)
        && (field.Within is null || entry.Code.StartsWith(field.Within, StringComparison.Ordinal))
        && field.Pick switch
        {
            ChoicePick.Top => entry.Parent is null,
            ChoicePick.Leaf => !Entries(table, on).Any(e => string.Equals(e.Parent, entry.Code, StringComparison.Ordinal)),
            _ => true,
        };
}
