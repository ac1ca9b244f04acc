using System.Collections;
using System.Globalization;
using TalentPortal.Core.Lists;

namespace TalentPortal.Web.Presentation.Lists;

/// <summary>What a list can show, declared once.</summary>
/// <param name="key">What the list is called in the database; never shown.</param>
/// <param name="titleKey">Its title.</param>
/// <param name="order">Its order for who has not chosen.</param>
/// <param name="columns">All columns, in the order in which they stand.</param>
/// <typeparam name="TRow">A row of the list.</typeparam>
internal sealed class ListDeclaration<TRow>(string key, string titleKey, ListSort order, IReadOnlyList<ListColumn<TRow>> columns)
    : ListDeclaration(key, titleKey, order)
{
    /// <inheritdoc />
    public override IReadOnlyList<ListColumn<TRow>> Columns => columns;

    /// <summary>The columns that a view shows.</summary>
    public IReadOnlyList<ListColumn<TRow>> Shown(ListView view) => [.. columns.Where(column => Shows(view, column))];

    /// <summary>Rows that are all at hand, in an order; those that have nothing there come last.</summary>
    public IReadOnlyList<TRow> Sorted(IEnumerable<TRow> rows, ListSort sort, ListWords words)
    {
        var column = columns.First(one => one.Key == sort.Column);
        var (full, empty) = (new List<(object Value, TRow Row)>(), new List<TRow>());
        foreach (var row in rows)
        {
            if (column.Value(row, words) is { } value) full.Add((value, row));
            else empty.Add(row);
        }

        var comparer = Comparer<object>.Create(Compare);
        var ordered = sort.Descending ? full.OrderByDescending(one => one.Value, comparer) : full.OrderBy(one => one.Value, comparer);
        return [.. ordered.Select(one => one.Row), .. empty];
    }

    private static int Compare(object one, object other) => one is not string && one is IComparable && one.GetType() == other.GetType()
        ? Comparer.DefaultInvariant.Compare(one, other)
        : CultureInfo.CurrentCulture.CompareInfo.Compare(one.ToString(), other.ToString());
}
