using TalentPortal.Core.Lists;

namespace TalentPortal.Web.Presentation.Lists;

/// <summary>What stands above a list, for the partial <c>_ListHead</c>: filters kept, columns, order, export.</summary>
internal sealed record ListHead
{
    /// <summary>The list.</summary>
    public required ListDeclaration List { get; init; }

    /// <summary>How the reader wants it.</summary>
    public required ListView View { get; init; }

    /// <summary>How values are written.</summary>
    public required ListWords Words { get; init; }

    /// <summary>Most rows of an export.</summary>
    public required int MostRows { get; init; }

    /// <summary>The page's filter: names and values of its fields.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What must not stand in addresses and is sent along instead: a search.</summary>
    public IReadOnlyDictionary<string, string> Carried { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether filters can be kept: not where a list has none, or has a search that may name a person.</summary>
    public bool KeepsFilters { get; init; }

    /// <summary>The order.</summary>
    public ListSort Sort => List.SortOf(View);

    /// <summary>The columns to show.</summary>
    public IEnumerable<ListColumn> Shown => List.Columns.Where(column => ListDeclaration.Shows(View, column));

    /// <summary>The order that the head of a column asks for: the other way round when it is the present one.</summary>
    public ListSort Next(ListColumn column) => new(column.Key, Sort.Column == column.Key && !Sort.Descending);

    /// <summary>Route values of a form: the page's filter, and what is to be done.</summary>
    public Dictionary<string, string> With(string? handler = null)
    {
        var route = new Dictionary<string, string>(Values, StringComparer.Ordinal);
        if (handler is not null) route["handler"] = handler;
        return route;
    }
}
