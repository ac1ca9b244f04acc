using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;

namespace TalentPortal.Core.Cases;

/// <summary>One table of a case's rows: how they are read after the lock and written at the flush.</summary>
public abstract class SpineTable
{
    private protected SpineTable(string name, int order)
    {
        Name = name;
        Order = order;
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>Where its statements stand in the flush; what is referred to comes before what refers to it.</summary>
    public int Order { get; }

    /// <summary>Whether a change of a row leaves a digest in the audit, so that a later change by other hands is found.</summary>
    public bool IsAudited { get; private protected set; }

    /// <summary>Whether a case's rows are read with every lock; false for rows that are only ever added.</summary>
    public bool IsLoaded { get; private protected set; } = true;

    internal abstract Type RowType { get; }

    internal abstract NpgsqlBatchCommand LoadCommand(Guid caseId);

    internal abstract Task<ImmutableDictionary<object, SpineRow>> ReadAsync(NpgsqlDataReader reader, CancellationToken ct);

    internal abstract IEnumerable<SpineChange> Changes(
        ImmutableDictionary<object, SpineRow> before, ImmutableDictionary<object, SpineRow> after);

    internal abstract object KeyOf(object row);

    /// <summary>The columns, in the order of their values.</summary>
    internal abstract IReadOnlyList<SpineCell> Cells { get; }

    /// <summary>A row's values, as they are written to the database.</summary>
    internal abstract object?[] ValuesOf(object row);

    internal byte[] Canonical(object row) => CanonicalOf(ValuesOf(row));

    internal byte[] CanonicalOf(IReadOnlyList<object?> values) => CanonicalRow.Of(
        Cells.Select((cell, place) => (Cell: cell, Value: values[place])).Where(one => one.Cell.IsDigested)
            .Select(one => (one.Cell.Name, one.Value, one.Cell.IsJson)));

    /// <summary>Reads the rows of many cases, without the filter that the lock's reading may have.</summary>
    internal abstract NpgsqlCommand LoadManyCommand(NpgsqlConnection connection, Guid[] caseIds);

    internal abstract object Materialise(NpgsqlDataReader reader);

    /// <summary>Whether its rows name their case.</summary>
    internal abstract bool HasCase { get; }

    internal abstract Guid CaseIdOf(object row);
}

/// <summary>A column: its name and type, whether it is JSON, and whether the audit's digest covers it.</summary>
internal readonly record struct SpineCell(string Name, NpgsqlDbType Type, bool IsJson, bool IsDigested);

/// <summary>A row and the order in which it was added.</summary>
internal readonly record struct SpineRow(int Position, object Value);

/// <summary>One statement of the flush. A command that must hit exactly one row and does not means that somebody was faster.</summary>
internal readonly record struct SpineChange(NpgsqlBatchCommand Command, object Key, object? Row, bool MustHitOne);
