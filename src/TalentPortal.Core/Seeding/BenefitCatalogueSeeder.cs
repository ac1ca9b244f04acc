using Npgsql;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.Seeding;

/// <summary>
/// Publishes <c>seed-data/cards/*.json</c>, a version a file. A version is immutable: the same number with another content is refused.
/// A number that an administrator's version took meanwhile is theirs: the file then gets the next one.
/// </summary>
public sealed class BenefitCatalogueSeeder(NpgsqlDataSource database, SeedFolder files, TimeProvider time) : ISeeder
{
    private const string StandingSql =
        """
        select coalesce(bool_or(checksum = $2), false), coalesce(bool_or(version = $1 and made_by is null), false),
          coalesce(bool_or(version = $1 and made_by is not null), false), coalesce(max(version), 0)
        from benefit_catalogue_versions
        """;

    /// <inheritdoc />
    public int Order => 15;

    /// <inheritdoc />
    public string Folder => "seed-data/cards";

    /// <inheritdoc />
    public async Task SeedAsync(CancellationToken ct)
    {
        foreach (var file in files.Files(Folder, "*.json"))
        {
            var catalogue = BenefitCatalogueReader.Read(await File.ReadAllTextAsync(file, ct), Path.GetFileName(file));
            await using var connection = await database.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            var (isPublished, isTaken, isTakenByHand, highest) = await StandingAsync(connection, catalogue, ct);
            if (isPublished) continue;
            if (isTaken)
                throw new StartupRefusedException(
                    $"{Path.GetFileName(file)} was changed without a new version: version {catalogue.Version} is published already.");
            await BenefitPublisher.InsertAsync(
                connection, isTakenByHand ? catalogue with { Version = highest + 1 } : catalogue, release: null, time.GetUtcNow(), ct);
            await transaction.CommitAsync(ct);
        }
    }

    private static async Task<(bool IsPublished, bool IsTaken, bool IsTakenByHand, int Highest)> StandingAsync(
        NpgsqlConnection connection, BenefitCatalogue catalogue, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(StandingSql, connection);
        command.Parameters.AddWithValue(catalogue.Version);
        command.Parameters.AddWithValue(BenefitCatalogueReader.ChecksumOf(catalogue));
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (row.GetBoolean(0), row.GetBoolean(1), row.GetBoolean(2), row.GetInt32(3));
    }
}
