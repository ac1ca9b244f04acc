using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Lists;

/// <summary>Keeps how accounts want their lists. A convenience: no case, no audit.</summary>
public sealed class ListViews(NpgsqlDataSource database, TimeProvider time)
{
    private const string ViewSql = "select columns, sort, descending from list_views where user_id = $1 and list = $2";

    private const string FiltersSql = "select id, name, values from list_filters where user_id = $1 and list = $2 order by name, id";

    private const string ColumnsSql = """
        insert into list_views (user_id, list, columns) values ($1, $2, $3)
        on conflict (user_id, list) do update set columns = excluded.columns
        """;

    private const string SortSql = """
        insert into list_views (user_id, list, sort, descending) values ($1, $2, $3, $4)
        on conflict (user_id, list) do update set sort = excluded.sort, descending = excluded.descending
        """;

    // The owner's row is held, so that two windows cannot keep one filter too many between them.
    private const string HoldSql = "select from portal_users where id = $1 for no key update";

    private const string CountSql = "select count(*)::int from list_filters where user_id = $1 and list = $2";

    private const string SaveSql = "insert into list_filters (user_id, list, id, name, values, created_at) values ($1, $2, $3, $4, $5, $6)";

    private const string RenameSql = "update list_filters set name = $4 where user_id = $1 and list = $2 and id = $3";

    private const string DropSql = "delete from list_filters where user_id = $1 and list = $2 and id = $3";

    /// <summary>How an account wants a list: two reads by key in one round trip.</summary>
    public async Task<ListView> ReadAsync(Guid userId, string list, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var sql in new[] { ViewSql, FiltersSql })
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { CaseBatch.Uuid(userId), CaseBatch.Text(list) } });
        // Every page of every list asks this: planning it would take longer than running it.
        await batch.PrepareAsync(ct);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        IReadOnlyList<string>? columns = null;
        ListSort? sort = null;
        if (await reader.ReadAsync(ct))
        {
            columns = reader.IsDBNull(0) ? null : reader.GetFieldValue<string[]>(0);
            sort = reader.IsDBNull(1) ? null : new ListSort(reader.GetString(1), reader.GetBoolean(2));
        }

        await reader.NextResultAsync(ct);
        var filters = new List<SavedFilter>();
        while (await reader.ReadAsync(ct))
            filters.Add(new SavedFilter(reader.GetGuid(0), reader.GetString(1),
                JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(2))!));
        return new ListView(columns, sort, filters);
    }

    /// <summary>Keeps which columns are shown; null for the list's own choice.</summary>
    public Task KeepColumnsAsync(Guid userId, string list, IReadOnlyList<string>? columns, CancellationToken ct) =>
        RunAsync(ColumnsSql, userId, list, ct,
        new NpgsqlParameter { Value = (object?)columns?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });

    /// <summary>Keeps the order.</summary>
    public Task KeepSortAsync(Guid userId, string list, ListSort sort, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sort);
        return RunAsync(SortSql, userId, list, ct, CaseBatch.Text(sort.Column), new NpgsqlParameter<bool> { TypedValue = sort.Descending });
    }

    /// <summary>Keeps a filter under a name.</summary>
    public async Task<Result> SaveAsync(
        Guid userId, string list, string? name, IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        var read = NameOf(name);
        if (!read.Succeeded) return read.Refusal;
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var hold = new NpgsqlCommand(HoldSql, connection, transaction) { Parameters = { CaseBatch.Uuid(userId) } }) await hold.ExecuteNonQueryAsync(ct);
        await using (var count = new NpgsqlCommand(CountSql, connection, transaction) { Parameters = { CaseBatch.Uuid(userId), CaseBatch.Text(list) } })
        {
            if ((int)(await count.ExecuteScalarAsync(ct))! >= SavedFilter.MostOfOneList)
                return new TooManyFilters(SavedFilter.MostOfOneList);
        }

        await using var save = new NpgsqlCommand(SaveSql, connection, transaction)
        {
            Parameters =
            {
                CaseBatch.Uuid(userId), CaseBatch.Text(list), CaseBatch.Uuid(Ids.New()), CaseBatch.Text(read.Value),
                new NpgsqlParameter { Value = JsonSerializer.Serialize(values), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new NpgsqlParameter { Value = time.GetUtcNow(), NpgsqlDbType = NpgsqlDbType.TimestampTz },
            },
        };
        var saved = await UniqueAsync(() => save.ExecuteNonQueryAsync(ct));
        if (saved.Succeeded) await transaction.CommitAsync(ct);
        return saved;
    }

    /// <summary>Gives an own filter another name.</summary>
    public Task<Result> RenameAsync(Guid userId, string list, Guid id, string? name, CancellationToken ct) =>
        NameOf(name) is { Succeeded: true } read
        ? UniqueAsync(() => RunAsync(RenameSql, userId, list, ct, CaseBatch.Uuid(id), CaseBatch.Text(read.Value)))
        : Task.FromResult<Result>(NameOf(name).Refusal!);

    /// <summary>Drops an own filter.</summary>
    public async Task<Result> DropAsync(Guid userId, string list, Guid id, CancellationToken ct) =>
        await RunAsync(DropSql, userId, list, ct, CaseBatch.Uuid(id)) == 0 ? new FilterNotFound() : Result.Success;

    private static async Task<Result> UniqueAsync(Func<Task<int>> write)
    {
        try
        {
            return await write() == 0 ? new FilterNotFound() : Result.Success;
        }
        catch (PostgresException failure) when (failure.ConstraintName == "list_filters_one")
        {
            return new FilterNameTaken();
        }
    }

    private static Result<string> NameOf(string? name)
    {
        var words = string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        words = string.Concat(words.Where(letter => !char.IsControl(letter)));
        if (words.Length == 0) return new FilterNameMissing();
        return words.Length > SavedFilter.LongestName ? new FilterNameTooLong(SavedFilter.LongestName) : words;
    }

    private async Task<int> RunAsync(string sql, Guid userId, string list, CancellationToken ct, params NpgsqlParameter[] more)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in (NpgsqlParameter[])[CaseBatch.Uuid(userId), CaseBatch.Text(list), .. more])
            command.Parameters.Add(parameter);
        return await command.ExecuteNonQueryAsync(ct);
    }
}
