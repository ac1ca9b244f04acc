using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace TalentPortal.Core.Cases;

/// <summary>
/// A table whose columns are the settable properties of an immutable record, in snake_case. The row type is the one place that
/// says what a column is: reading, writing, the audit's digest and EF's model follow it.
/// </summary>
/// <typeparam name="T">The row, a record with a parameterless constructor.</typeparam>
public sealed class SpineTable<T> : SpineTable
    where T : class
{
    private readonly SpineColumn<T>[] columns;
    private readonly SpineColumn<T>[] keys;
    private readonly SpineColumn<T>? revision;
    private readonly SpineColumn<T>? caseColumn;
    // Compiled when a row is first read: a start pays for none of them.
    private readonly Lazy<Func<NpgsqlDataReader, T>> materialise;
    private readonly string insertSql;
    private readonly string loadSql;
    private readonly string loadManySql;
    private readonly string deleteSql;
    private readonly ConcurrentDictionary<ulong, string> updateSql = new();
    private SpineCell[]? cells;

    /// <summary>Describes a table.</summary>
    /// <param name="name">The table.</param>
    /// <param name="order">Its place in the flush.</param>
    /// <param name="options">Its key, JSON columns, revision and audit.</param>
    public SpineTable(string name, int order, SpineTableOptions options)
        : base(name, order)
    {
        ArgumentNullException.ThrowIfNull(options);
        columns = [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .Select(property => new SpineColumn<T>(property, options.JsonType(property.Name)))];
        keys = [.. options.Key.Select(key => columns.Single(column => column.Property.Name == key))];
        revision = columns.SingleOrDefault(column => column.Property.Name == options.Revision);
        caseColumn = columns.SingleOrDefault(column => column.Name == options.CaseColumn);
        (IsAudited, IsLoaded) = (options.Audited, options.Loaded);
        if (IsLoaded && options.LoadOrder.Length == 0 && (keys is not [var only] || only.Name != options.CaseColumn))
            throw new ArgumentException($"A case may have several rows in {name}: say in which order they are read.", nameof(options));
        materialise = new Lazy<Func<NpgsqlDataReader, T>>(Materialiser);
        var list = string.Join(", ", columns.Select(column => column.Name));
        var values = string.Join(", ", columns.Select((_, index) => $"${index + 1}"));
        insertSql = $"insert into {name} ({list}) values ({values})";
        var loadOrder = options.LoadOrder.Length == 0 ? "" : " order by " + options.LoadOrder;
        loadSql = $"select {list} from {name} where {options.CaseColumn} = $1{options.LoadFilter}{loadOrder}";
        loadManySql = $"select {list} from {name} where {options.CaseColumn} = any($1)";
        deleteSql = $"delete from {name} where {string.Join(" and ", keys.Select((key, index) => $"{key.Name} = ${index + 1}"))}";
    }

    /// <summary>The columns, for the statements that need them by name.</summary>
    public IReadOnlyList<string> ColumnNames => [.. columns.Select(column => column.Name)];

    internal override Type RowType => typeof(T);

    internal string[] KeyNames => [.. keys.Select(key => key.Property.Name)];

    internal IEnumerable<(string Property, string Type)> JsonColumns =>
        columns.Where(column => column.JsonType is not null)
            .Select(column => (column.Property.Name, column.JsonType is NpgsqlDbType.Jsonb ? "jsonb" : "json"));

    /// <summary>Reads the row under the cursor; the query must select <see cref="ColumnNames"/> in order.</summary>
    public T Read(NpgsqlDataReader reader) => materialise.Value(reader);

    internal override NpgsqlBatchCommand LoadCommand(Guid caseId) =>
        new(loadSql) { Parameters = { new NpgsqlParameter { Value = caseId, NpgsqlDbType = NpgsqlDbType.Uuid } } };

    internal override async Task<ImmutableDictionary<object, SpineRow>> ReadAsync(NpgsqlDataReader reader, CancellationToken ct)
    {
        var rows = ImmutableDictionary.CreateBuilder<object, SpineRow>();
        while (await reader.ReadAsync(ct))
        {
            var row = Read(reader);
            rows.Add(KeyOf(row), new SpineRow(rows.Count, row));
        }

        return rows.ToImmutable();
    }

    internal override IEnumerable<SpineChange> Changes(
        ImmutableDictionary<object, SpineRow> before, ImmutableDictionary<object, SpineRow> after)
    {
        foreach (var (key, row) in after.OrderBy(pair => pair.Value.Position))
        {
            if (!before.TryGetValue(key, out var old))
                yield return new SpineChange(Insert((T)row.Value), key, row.Value, MustHitOne: false);
            else if (!ReferenceEquals(old.Value, row.Value) && Update((T)old.Value, (T)row.Value) is { } update)
                yield return new SpineChange(update, key, row.Value, MustHitOne: true);
        }

        foreach (var (key, row) in before)
        {
            if (!after.ContainsKey(key)) yield return new SpineChange(Delete((T)row.Value), key, Row: null, MustHitOne: true);
        }
    }

    internal override object KeyOf(object row) =>
        keys.Length == 1 ? keys[0].Value((T)row)! : (keys[0].Value((T)row), keys[1].Value((T)row));

    internal override IReadOnlyList<SpineCell> Cells =>
        cells ??= [.. columns.Select(column => new SpineCell(column.Name, column.DbType, column.JsonType is not null, column != revision))];

    internal override object?[] ValuesOf(object row) => [.. columns.Select(column => column.Value((T)row))];

    internal override NpgsqlCommand LoadManyCommand(NpgsqlConnection connection, Guid[] caseIds) =>
        new(loadManySql, connection)
        {
            Parameters = { new NpgsqlParameter { Value = caseIds, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };

    internal override object Materialise(NpgsqlDataReader reader) => Read(reader);

    internal override bool HasCase => caseColumn is not null;

    internal override Guid CaseIdOf(object row) => (Guid)caseColumn!.Value((T)row)!;

    private NpgsqlBatchCommand Insert(T row)
    {
        var command = new NpgsqlBatchCommand(insertSql);
        foreach (var column in columns) command.Parameters.Add(column.Parameter(row));
        return command;
    }

    private NpgsqlBatchCommand Delete(T row)
    {
        var command = new NpgsqlBatchCommand(deleteSql);
        foreach (var key in keys) command.Parameters.Add(key.Parameter(row));
        return command;
    }

    private NpgsqlBatchCommand? Update(T before, T after)
    {
        var mask = 0UL;
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] != revision && !Equals(columns[i].Value(before), columns[i].Value(after))) mask |= 1UL << i;
        }

        if (mask == 0) return null;
        var command = new NpgsqlBatchCommand(updateSql.GetOrAdd(mask, UpdateText));
        for (var i = 0; i < columns.Length; i++)
        {
            if ((mask & (1UL << i)) != 0) command.Parameters.Add(columns[i].Parameter(after));
        }

        foreach (var key in keys) command.Parameters.Add(key.Parameter(before));
        if (revision is not null) command.Parameters.Add(revision.Parameter(before));
        return command;
    }

    private string UpdateText(ulong mask)
    {
        var text = new StringBuilder($"update {Name} set ");
        var count = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            if ((mask & (1UL << i)) != 0) text.Append(count == 0 ? "" : ", ").Append(Assign(columns[i], ++count));
        }

        if (revision is not null) text.Append(", ").Append(revision.Name).Append(" = ").Append(revision.Name).Append(" + 1");
        text.Append(" where ").AppendJoin(" and ", keys.Select(key => Assign(key, ++count)));
        if (revision is not null) text.Append(" and ").Append(Assign(revision, ++count));
        return text.ToString();
    }

    private static string Assign(SpineColumn<T> column, int parameter) =>
        string.Create(CultureInfo.InvariantCulture, $"{column.Name} = ${parameter}");

    private Func<NpgsqlDataReader, T> Materialiser()
    {
        var reader = Expression.Parameter(typeof(NpgsqlDataReader));
        var bindings = columns.Select((column, index) => Expression.Bind(column.Property, column.Reader(reader, index)));
        return Expression.Lambda<Func<NpgsqlDataReader, T>>(Expression.MemberInit(Expression.New(typeof(T)), bindings), reader).Compile();
    }
}
