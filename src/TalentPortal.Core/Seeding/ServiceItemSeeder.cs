using Npgsql;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Reading;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Seeding;

/// <summary>
/// Publishes <c>seed-data/services/*.json</c>. A version is immutable: the same version with another content is refused. It pins the
/// newest version of its workflow definition.
/// </summary>
public sealed class ServiceItemSeeder(
    NpgsqlDataSource database, ServiceItemReader reader, SeedFolder files, PublicationRules rules, TimeProvider time) : ISeeder
{
    private const string InsertSql =
        """
        insert into service_item_versions (id, code, key, version, checksum, content, definition_id, definition_version, published_at)
        select $1, $2, $3, $4, $5, $6, $7, max(version), $8 from workflow_definitions
        where definition_id = $7 and state = 'Published' having max(version) is not null
        on conflict (code, version) do update set published_at = service_item_versions.published_at
        returning checksum
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
        await using var command = database.CreateCommand(InsertSql);
        command.Parameters.AddWithValue(Ids.New());
        command.Parameters.AddWithValue(item.Code);
        command.Parameters.AddWithValue(item.Key);
        command.Parameters.AddWithValue(item.Version);
        command.Parameters.AddWithValue(item.Checksum);
        command.Parameters.AddWithValue(text);
        command.Parameters.AddWithValue(item.DefinitionId);
        command.Parameters.AddWithValue(time.GetUtcNow());
        var checksum = await command.ExecuteScalarAsync(ct) as string
            ?? throw new InvalidOperationException($"The definition '{item.DefinitionId}' went away while {item.Key}.json was published.");
        if (checksum != item.Checksum)
            throw new StartupRefusedException($"{item.Key}.json was changed without a new version: version {item.Version} is published already.");
    }
}
