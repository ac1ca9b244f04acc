using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Npgsql;
using TalentPortal.Core.Catalogue.Reading;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Catalogue.Publishing;

/// <summary>
/// Makes another version of a service item out of the newest one: the only way beside the files that come with the program. Versions
/// are immutable and numbered without a gap an item; whoever comes second builds on what the first one made.
/// </summary>
public sealed class ServiceItemPublisher(NpgsqlDataSource database, ServiceItemReader reader, ServiceItems items, TimeProvider time)
{
    private const string NewestSql = """
        select key, version, content, definition_version from service_item_versions where code = $1 order by version desc limit 1
        """;

    private const string InsertSql = """
        insert into service_item_versions (id, code, key, version, checksum, content, definition_id, definition_version, published_at, made_by,
          rule_change_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Publishes it in a transaction of its own; this portal offers it at once, the others within a minute.</summary>
    public async Task<Result<ServiceItemVersion>> PublishAsync(NewItemVersion wanted, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var made = await PublishAsync(connection, wanted, ct);
        if (!made.Succeeded) return made.Refusal;
        await transaction.CommitAsync(ct);
        return await items.VersionAsync(made.Value, ct);
    }

    /// <summary>
    /// Publishes it in the caller's transaction; after the commit <see cref="ServiceItems.LoadAsync"/> makes it known here.
    /// </summary>
    /// <returns>The version's key.</returns>
    public async Task<Result<Guid>> PublishAsync(NpgsqlConnection connection, NewItemVersion wanted, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        await LockAsync(connection, wanted.Code, ct);
        var newest = await NewestAsync(connection, wanted.Code, ct)
            ?? throw new InvalidOperationException($"There is no service item {wanted.Code}.");
        var json = newest.Content;
        wanted.Change?.Invoke(json);
        json["version"] = newest.Version + 1;
        json["effectiveOn"] = wanted.EffectiveOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var text = json.ToJsonString(Readable);
        var reading = reader.Read(text, newest.Key + ".json");
        if (reading.Item is not { } item) return new ServiceItemUnreadable([.. reading.Errors.Select(error => error.ToString())]);
        if (item.CheckPublishable() is { Succeeded: false } blank) return blank.Refusal;
        return await InsertAsync(connection, item, text, wanted, wanted.DefinitionVersion ?? newest.DefinitionVersion, ct);
    }

    /// <summary>Waits until nobody else makes a version of the item, to the end of the connection's transaction.</summary>
    internal static async Task LockAsync(NpgsqlConnection connection, string code, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('service-item ' || $1, 0))", connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = code } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<Newest?> NewestAsync(NpgsqlConnection connection, string code, CancellationToken ct)
    {
        await using var command =
            new NpgsqlCommand(NewestSql, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = code } } };
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new Newest(row.GetString(0), row.GetInt32(1), JsonNode.Parse(row.GetString(2))!.AsObject(), row.GetInt32(3))
            : null;
    }

    private async Task<Guid> InsertAsync(
        NpgsqlConnection connection, ServiceItem item, string text, NewItemVersion wanted, int definitionVersion, CancellationToken ct)
    {
        var id = Ids.New();
        await using var command = new NpgsqlCommand(InsertSql, connection);
        foreach (var value in new object[]
        {
            id, item.Code, item.Key, item.Version, item.Checksum, text, item.DefinitionId, definitionVersion,
            time.GetUtcNow(), wanted.MadeBy,
            (object?)wanted.RuleChangeId ?? DBNull.Value,
        })
        {
            command.Parameters.AddWithValue(value);
        }

        command.Parameters[^1].NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid;
        await command.ExecuteNonQueryAsync(ct);
        return id;
    }

    private sealed record Newest(string Key, int Version, JsonObject Content, int DefinitionVersion);
}
