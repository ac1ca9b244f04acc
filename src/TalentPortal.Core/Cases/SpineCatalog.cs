namespace TalentPortal.Core.Cases;

/// <summary>All spine tables of the program. A domain adds its own at registration; the spine does not know which.</summary>
/// <param name="tables">As registered.</param>
public sealed class SpineCatalog(IEnumerable<SpineTable> tables)
{
    private readonly Dictionary<Type, SpineTable> byRow = tables.ToDictionary(table => table.RowType);

    /// <summary>In the order of the flush.</summary>
    public IReadOnlyList<SpineTable> Tables { get; } = [.. tables.OrderBy(table => table.Order)];

    /// <summary>Those that are read with every lock.</summary>
    public IReadOnlyList<SpineTable> Loaded { get; } = [.. tables.Where(table => table.IsLoaded).OrderBy(table => table.Order)];

    /// <summary>The table of a row type.</summary>
    public SpineTable<T> Of<T>()
        where T : class => (SpineTable<T>)byRow[typeof(T)];

    /// <summary>The table of this name, or null.</summary>
    public SpineTable? Named(string name) => Tables.FirstOrDefault(table => table.Name == name);
}
