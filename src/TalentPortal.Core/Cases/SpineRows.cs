using System.Collections;

namespace TalentPortal.Core.Cases;

/// <summary>A case's rows of one kind inside a transaction, in the order of reading and adding.</summary>
/// <typeparam name="T">The row.</typeparam>
public readonly struct SpineRows<T> : IEnumerable<T>, IEquatable<SpineRows<T>>
    where T : class
{
    private readonly CaseWork work;
    private readonly SpineTable<T> table;

    internal SpineRows(CaseWork work, SpineTable<T> table) => (this.work, this.table) = (work, table);

    /// <summary>Adds a row.</summary>
    public T Add(T row)
    {
        var rows = work.Current(table);
        work.Replace(table,
            rows.Add(table.KeyOf(row), new SpineRow(rows.Count == 0 ? 0 : rows.Values.Max(item => item.Position) + 1, row)));
        return row;
    }

    /// <summary>Puts a row in the place of the one with the same key.</summary>
    public T Replace(T row)
    {
        var rows = work.Current(table);
        var key = table.KeyOf(row);
        work.Replace(table, rows.SetItem(key, rows[key] with { Value = row }));
        return row;
    }

    /// <summary>Removes a row.</summary>
    public void Remove(T row) => work.Replace(table, work.Current(table).Remove(table.KeyOf(row)));

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() =>
        work.Current(table).Values.OrderBy(row => row.Position).Select(row => (T)row.Value).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public bool Equals(SpineRows<T> other) => ReferenceEquals(work, other.work) && ReferenceEquals(table, other.table);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is SpineRows<T> other && Equals(other);

    /// <summary>The same rows.</summary>
    public static bool operator ==(SpineRows<T> left, SpineRows<T> right) => left.Equals(right);

    /// <summary>Other rows.</summary>
    public static bool operator !=(SpineRows<T> left, SpineRows<T> right) => !left.Equals(right);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(work, table);
}
