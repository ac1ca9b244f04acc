using Npgsql;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Venues;

namespace TalentPortal.Core.Seeding;

/// <summary>
/// Brings partner venues and their tariffs into the database. A venue that left the file stays: redemptions name it. One that is new is
/// listed from that moment on: nobody has agreed to it.
/// </summary>
public sealed class VenueSeeder(NpgsqlDataSource database, SeedFolder files, TimeProvider time) : ISeeder
{
    private const string VenueSql = """
        insert into venues (organisation_id, kind, latitude, longitude, listed_at)
        values ((select id from organisations where code = $1), $2, $3, $4, $5)
        on conflict (organisation_id) do update set kind = excluded.kind, latitude = excluded.latitude, longitude = excluded.longitude
        """;

    private const string TariffSql = """
        insert into venue_tariffs (venue_id, benefit, price) values ((select id from organisations where code = $1), $2, $3)
        on conflict (venue_id, benefit) do update set price = excluded.price
        """;

    /// <inheritdoc />
    public int Order => 16;

    /// <inheritdoc />
    public string Folder => "seed-data/venues";

    /// <inheritdoc />
    public async Task SeedAsync(CancellationToken ct)
    {
        var venues = SeedFile.Read<VenueSeed>(files.PathOf($"{Folder}/venues.json")).Items;
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var venue in venues)
        {
            batch.BatchCommands.Add(Command(VenueSql, venue.Organisation, venue.Kind, venue.Latitude, venue.Longitude, time.GetUtcNow()));
            foreach (var (benefit, price) in venue.Tariffs) batch.BatchCommands.Add(Command(TariffSql, venue.Organisation, benefit, price));
        }

        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static NpgsqlBatchCommand Command(string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
