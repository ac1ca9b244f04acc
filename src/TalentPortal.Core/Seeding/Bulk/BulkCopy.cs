using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>Writes chunks with COPY, one transaction each.</summary>
internal sealed class BulkCopy(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Where it is kept that, and up to which person, made-up cases were written.</summary>
    public const string Mark = "bulk-people";

    private const string EventsSql =
        "copy operation_events (stream_id, seq, operation_id, type, actor_id, actor_role, at, facts, row_digests, key_version, mac) "
        + "from stdin (format binary)";

    private const string MarkSql = """
        insert into portal_settings (key, value, changed_at) values ($1, $2, $3)
        on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at
        """;

    /// <summary>Up to which person earlier runs got; null when there was none.</summary>
    public async Task<int?> MarkedAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select value from portal_settings where key = $1");
        command.Parameters.Add(CaseBatch.Text(Mark));
        return await command.ExecuteScalarAsync(ct) is string value ? int.Parse(value, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Serials for so many case numbers.</summary>
    public async Task<Queue<long>> SerialsAsync(int count, CancellationToken ct)
    {
        const int block = 32;
        await using var command = database.CreateCommand("select nextval('case_numbers') from generate_series(1, $1)");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = ((count - 1) / block) + 1 });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var serials = new Queue<long>(count + block);
        while (await reader.ReadAsync(ct))
        {
            for (var place = 0; place < block; place++) serials.Enqueue(reader.GetInt64(0) + place);
        }

        return serials;
    }

    /// <summary>Writes one.</summary>
    public async Task WriteAsync(BulkChunk chunk, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var (table, rows) in chunk.Rows) await CopyAsync(connection, table, rows, ct);
        await CopyAsync(connection, chunk.Events, ct);
        await MarkAsync(connection, chunk.NextPerson, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Notes up to which person cases are written, so that nobody is made twice.</summary>
    public async Task MarkAsync(int nextPerson, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await MarkAsync(connection, nextPerson, ct);
    }

    private async Task MarkAsync(NpgsqlConnection connection, int nextPerson, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(MarkSql, connection);
        command.Parameters.Add(CaseBatch.Text(Mark));
        command.Parameters.Add(CaseBatch.Text(nextPerson.ToString(CultureInfo.InvariantCulture)));
        command.Parameters.Add(CaseBatch.At(time.GetUtcNow()));
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, SpineTable table, IReadOnlyList<object?[]> rows, CancellationToken ct)
    {
        var columns = table.Cells.Select(cell => (cell.Name, cell.Type)).ToList();
        if (table == Case.Table) columns.AddRange([("audit_seq", NpgsqlDbType.Bigint), ("audit_head", NpgsqlDbType.Bytea)]);
        await using var import = await connection.BeginBinaryImportAsync(
            $"copy {table.Name} ({string.Join(", ", columns.Select(column => column.Name))}) from stdin (format binary)", ct);
        foreach (var row in rows)
        {
            await import.StartRowAsync(ct);
            for (var place = 0; place < row.Length; place++) await WriteAsync(import, row[place], columns[place].Type, ct);
        }

        await import.CompleteAsync(ct);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, List<OperationEvent> events, CancellationToken ct)
    {
        await using var import = await connection.BeginBinaryImportAsync(EventsSql, ct);
        foreach (var entry in events)
        {
            await import.StartRowAsync(ct);
            await import.WriteAsync(entry.StreamId, NpgsqlDbType.Uuid, ct);
            await import.WriteAsync(entry.Seq, NpgsqlDbType.Bigint, ct);
            await import.WriteAsync(entry.OperationId, NpgsqlDbType.Uuid, ct);
            await import.WriteAsync(entry.Type, NpgsqlDbType.Text, ct);
            await WriteAsync(import, entry.ActorId, NpgsqlDbType.Uuid, ct);
            await WriteAsync(import, entry.ActorRole, NpgsqlDbType.Text, ct);
            await import.WriteAsync(entry.At, NpgsqlDbType.TimestampTz, ct);
            await import.WriteAsync(entry.Facts, NpgsqlDbType.Json, ct);
            await import.WriteAsync(entry.RowDigests, NpgsqlDbType.Json, ct);
            await import.WriteAsync(entry.KeyVersion, NpgsqlDbType.Integer, ct);
            await import.WriteAsync(entry.Mac, NpgsqlDbType.Bytea, ct);
        }

        await import.CompleteAsync(ct);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter import, object? value, NpgsqlDbType type, CancellationToken ct) =>
        value is null ? import.WriteNullAsync(ct) : import.WriteAsync(value, type, ct);
}
