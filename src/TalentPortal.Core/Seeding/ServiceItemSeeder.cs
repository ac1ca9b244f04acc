using Npgsql;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Publishing;
using TalentPortal.Core.Catalogue.Reading;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;

namespace TalentPortal.Core.Seeding;

/// <summary>
/// Publishes <c>seed-data/services/*.json</c>. A version is immutable: the same version with another content is refused. It pins the
/// newest version of its workflow definition. Versions that administrators made stay in force: a file whose number they took gets the
/// next one, and what they released of the rules is kept in it. The checksum of the file tells that it was published.
/// </summary>
public sealed class ServiceItemSeeder(
    NpgsqlDataSource database, ServiceItemReader reader, SeedFolder files, PublicationRules rules, KeptItemRules kept, TimeProvider time) : ISeeder
{
    private const string StandingSql =
        """
        select coalesce(bool_or(checksum = $3 and made_by is null), false), coalesce(bool_or(version = $2 and made_by is null), false),
          coalesce(max(version) filter (where version >= $2 and made_by is not null), 0), coalesce(max(version), 0)
        from service_item_versions where code = $1
        """;

    private const string InsertSql =
        """
        insert into service_item_versions (id, code, key, version, checksum, content, definition_id, definition_version, published_at)
        select $1, $2, $3, $4, $5, $6, $7, max(version), $8 from workflow_definitions
        where definition_id = $7 and state = 'Published' having max(version) is not null
        """;

    /// <inheritdoc />
    public int Order => 20;

    /// <inheritdoc />
    public string Folder => "seed-data/services";

    /// <inheritdoc />
    public async Task SeedAsync(CancellationToken ct)
    {
        foreach (var file in files.Files(Folder, "*.json"))
        {
            var text = await File.ReadAllTextAsync(file, ct);
            var item = Read(text, Path.GetFileName(file));
            await rules.CheckAsync(item, Path.GetFileName(file), ct);
            await PublishAsync(item, text, ct);
        }
    }

    private ServiceItem Read(string text, string file)
    {
        var reading = reader.Read(text, file);
        if (reading.Item is not { } item)
            throw new StartupRefusedException(
                $"The service item cannot be loaded:{Environment.NewLine}{string.Join(Environment.NewLine, reading.Errors)}");
        return item;
    }

    private async Task PublishAsync(ServiceItem item, string text, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ServiceItemPublisher.LockAsync(connection, item.Code, ct);
        var there = await StandingAsync(connection, item, ct);
        if (there.IsPublished) return;
        if (there.IsTakenByAnotherText)
            throw new StartupRefusedException(
                $"{item.Key}.json was changed without a new version: version {item.Version} is published already.");
        // A file that is only older than others keeps its number, and is not what is offered.
        var version = there.HighestByHand > 0 ? there.Highest + 1 : item.Version;
        await InsertAsync(connection, item, version, await kept.OverAsync(connection, item.Code, text, version, ct), ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<Standing> StandingAsync(NpgsqlConnection connection, ServiceItem item, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(StandingSql, connection);
        foreach (var value in new object[] { item.Code, item.Version, item.Checksum }) command.Parameters.AddWithValue(value);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return new Standing(row.GetBoolean(0), row.GetBoolean(1), row.GetInt32(2), row.GetInt32(3));
    }

    private async Task InsertAsync(NpgsqlConnection connection, ServiceItem item, int version, string content, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(InsertSql, connection);
        foreach (var value in new object[] { Ids.New(), item.Code, item.Key, version, item.Checksum, content, item.DefinitionId, time.GetUtcNow() })
            command.Parameters.AddWithValue(value);
        if (await command.ExecuteNonQueryAsync(ct) == 0)
            throw new InvalidOperationException($"The definition '{item.DefinitionId}' went away while {item.Key}.json was published.");
    }

    /// <summary>What the database has of an item.</summary>
    /// <param name="IsPublished">Whether this file was published, under whichever number.</param>
    /// <param name="IsTakenByAnotherText">Whether another file was published under this number.</param>
    /// <param name="HighestByHand">The highest number from the file's on that an administrator's version took; 0 where none did.</param>
    /// <param name="Highest">The highest number; 0 where there is none.</param>
    private sealed record Standing(bool IsPublished, bool IsTakenByAnotherText, int HighestByHand, int Highest);
}
