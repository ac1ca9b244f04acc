using System.Text.Json;
using Npgsql;

namespace TalentPortal.Core.Definitions;

/// <summary>All versions of all definitions as they are kept.</summary>
public sealed class DefinitionRegister(NpgsqlDataSource database)
{
    private const string Sql =
        """
        select d.definition_id, d.version, d.name, d.state, d.origin = 'File', d.checksum, d.loaded_at, d.added_by, a.display_name, d.checked_at,
          d.findings::text, d.published_at, p.display_name, d.publish_reason, d.retired_at, r.display_name, d.retire_reason,
          (select count(*) from workflow_instances i
            where i.definition_id = d.definition_id and i.definition_version = d.version and i.status = 'Running')
        from workflow_definitions d
        left join portal_users a on a.id = d.added_by
        left join portal_users p on p.id = d.published_by
        left join portal_users r on r.id = d.retired_by
        """;

    /// <summary>Every version, by definition, the newest first.</summary>
    public Task<IReadOnlyList<DefinitionVersion>> AllAsync(CancellationToken ct) =>
        ReadAsync(Sql + " order by d.definition_id, d.version desc", ct);

    /// <summary>The versions of one definition, the newest first.</summary>
    public Task<IReadOnlyList<DefinitionVersion>> OfAsync(string definitionId, CancellationToken ct) =>
        ReadAsync(Sql + " where d.definition_id = $1 order by d.version desc", ct, definitionId);

    /// <summary>One version; null when there is none.</summary>
    public async Task<DefinitionVersion?> FindAsync(string definitionId, int version, CancellationToken ct) =>
        await ReadAsync(Sql + " where d.definition_id = $1 and d.version = $2", ct, definitionId, version) is [var found, ..]
            ? found
            : null;

    /// <summary>What a version's file says, byte by byte; null when there is none.</summary>
    public async Task<DefinitionFile?> FileAsync(string definitionId, int version, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select content, has_byte_order_mark from workflow_definitions where definition_id = $1 and version = $2");
        command.Parameters.AddWithValue(definitionId);
        command.Parameters.AddWithValue(version);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new DefinitionFile(reader.GetString(0), reader.GetBoolean(1)) : null;
    }

    private async Task<IReadOnlyList<DefinitionVersion>> ReadAsync(string sql, CancellationToken ct, params object[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in parameters) command.Parameters.AddWithValue(value);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<DefinitionVersion>();
        while (await reader.ReadAsync(ct)) rows.Add(Read(reader));
        return rows;
    }

    private static DefinitionVersion Read(NpgsqlDataReader row) => new()
    {
        DefinitionId = row.GetString(0),
        Version = row.GetInt32(1),
        Name = row.GetString(2) is { Length: > 0 } name ? name : row.GetString(0),
        State = Enum.Parse<DefinitionState>(row.GetString(3)),
        IsFromFile = row.GetBoolean(4),
        Checksum = row.GetString(5),
        AddedAt = row.GetFieldValue<DateTimeOffset>(6),
        AddedBy = row.IsDBNull(7) ? null : row.GetGuid(7),
        AddedByName = Text(row, 8),
        CheckedAt = At(row, 9),
        Findings = Text(row, 10) is { } findings
            ? JsonSerializer.Deserialize<List<DefinitionFinding>>(findings, JsonSerializerOptions.Web)!
            : [],
        PublishedAt = At(row, 11),
        PublishedByName = Text(row, 12),
        PublishReason = Text(row, 13),
        RetiredAt = At(row, 14),
        RetiredByName = Text(row, 15),
        RetireReason = Text(row, 16),
        Running = row.GetInt64(17),
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? At(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
