using TalentPortal.Core.Lists;

namespace TalentPortal.Web.Presentation.Lists;

/// <summary>What a list can show, declared once. Whatever comes from a form or from the database is held against it.</summary>
/// <param name="key">What the list is called in the database; never shown.</param>
/// <param name="titleKey">Its title.</param>
/// <param name="order">Its order for who has not chosen.</param>
internal abstract class ListDeclaration(string key, string titleKey, ListSort order)
{
    /// <summary>What the list is called in the database.</summary>
    public string Key => key;

    /// <summary>Its title.</summary>
    public string TitleKey => titleKey;

    /// <summary>Its order for who has not chosen.</summary>
    public ListSort Order => order;

    /// <summary>All columns, in the order in which they stand.</summary>
    public abstract IReadOnlyList<ListColumn> Columns { get; }

    /// <summary>Of the columns asked for those that there are; null when that is what the list shows anyway.</summary>
    public IReadOnlyList<string>? Known(IEnumerable<string> asked)
    {
        var wanted = asked.ToHashSet(StringComparer.Ordinal);
        List<string> known = [.. Columns.Where(column => column.IsFixed || wanted.Contains(column.Key)).Select(column => column.Key)];
        return known.SequenceEqual(Columns.Where(column => column.IsFixed || column.IsDefault).Select(column => column.Key),
            StringComparer.Ordinal)
            ? null : known;
    }

    /// <summary>Whether a view shows a column.</summary>
    public static bool Shows(ListView view, ListColumn column) =>
        column.IsFixed || (view.Columns?.Contains(column.Key, StringComparer.Ordinal) ?? column.IsDefault);

    /// <summary>The order of a view; the list's own where it is by nothing that the list can be ordered by.</summary>
    public ListSort SortOf(ListView view) => view.Sort is { } sort && Find(sort.Column) is not null ? sort : Order;

    /// <summary>Reads an order from a form: <c>number</c>, or <c>-number</c> with the greatest first; null for anything else.</summary>
    public ListSort? ReadSort(string? text)
    {
        var isDescending = text is ['-', ..];
        return Find(isDescending ? text![1..] : text) is { } column ? new ListSort(column.Key, isDescending) : null;
    }

    /// <summary>How <see cref="ReadSort"/> reads an order.</summary>
    public static string Write(ListSort sort) => (sort.Descending ? "-" : "") + sort.Column;

    private ListColumn? Find(string? column) => Columns.FirstOrDefault(one => one.IsSortable && one.Key == column);
}
