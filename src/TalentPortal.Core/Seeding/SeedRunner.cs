using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Seeding;

/// <summary>Runs every <see cref="ISeeder"/> whose files changed, in order, one portal at a time.</summary>
/// <param name="source">The database.</param>
/// <param name="scopes">Each seeder gets a scope of its own.</param>
/// <param name="files">What came with the program.</param>
/// <param name="time">Stamps when a folder was loaded.</param>
/// <param name="logger">Told of each folder.</param>
public sealed class SeedRunner(
    NpgsqlDataSource source, IServiceScopeFactory scopes, SeedFolder files, TimeProvider time, ILogger<SeedRunner> logger)
{
    /// <summary>Any fixed number that nobody else locks.</summary>
    private const long AdvisoryLock = 0x54_50_73_65_65_64; // "TPseed"

    /// <summary>Loads what changed and hands back how many folders those were.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, "select pg_advisory_lock($1)", ct, AdvisoryLock);
        try
        {
            return await RunLockedAsync(connection, ct);
        }
        finally
        {
            await ExecuteAsync(connection, "select pg_advisory_unlock($1)", CancellationToken.None, AdvisoryLock);
        }
    }

    private async Task<int> RunLockedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var count = 0;
        foreach (var type in SeederTypes())
        {
            await using var scope = scopes.CreateAsyncScope();
            var seeder = scope.ServiceProvider.GetServices<ISeeder>().Single(x => x.GetType() == type);
            var checksum = files.Checksum(seeder.Folder) + seeder.Variant;
            var key = $"{seeder.Folder} {type.Name}";
            if (await IsLoadedAsync(connection, key, checksum, ct)) continue;
            await seeder.SeedAsync(ct);
            await ExecuteAsync(
                connection,
                "insert into seed_files (path, checksum, loaded_at) values ($1, $2, $3) "
                + "on conflict (path) do update set checksum = excluded.checksum, loaded_at = excluded.loaded_at",
                ct,
                key,
                checksum,
                time.GetUtcNow());
            logger.LogInformation("{Seeder} loaded {Folder}", type.Name, seeder.Folder);
            count++;
        }

        return count;
    }

    private List<Type> SeederTypes()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<ISeeder>().OrderBy(x => x.Order).Select(x => x.GetType())];
    }

    private static async Task<bool> IsLoadedAsync(NpgsqlConnection connection, string path, string checksum, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select 1 from seed_files where path = $1 and checksum = $2", connection);
        command.Parameters.AddWithValue(path);
        command.Parameters.AddWithValue(checksum);
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(ct);
    }
}
