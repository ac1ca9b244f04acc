using Npgsql;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Seeding;

/// <summary>
/// One checksum over everything that a start would load, kept once all of it was: a start that finds it has nothing to load, and asks
/// no seeder. The build's own mark is in it, because another build may load the same files otherwise.
/// </summary>
/// <param name="source">The database.</param>
/// <param name="files">What came with the program.</param>
/// <param name="options">What the demonstration adds.</param>
/// <param name="time">Stamps when all was loaded.</param>
public sealed class SeedMark(NpgsqlDataSource source, SeedFolder files, DemoOptions options, TimeProvider time)
{
    private const string Path = "*";

    private readonly Lazy<string> checksum = new(() => string.Join(
        ' ', files.Checksum("seed-data"), files.Checksum("workflows"), typeof(SeedMark).Module.ModuleVersionId,
        options.IsEnabled, options.HasCases));

    /// <summary>Whether the database has all that this start would load.</summary>
    public async Task<bool> IsSetAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("select checksum from seed_files where path = $1");
        command.Parameters.AddWithValue(Path);
        return await command.ExecuteScalarAsync(ct) as string == checksum.Value;
    }

    /// <summary>Says that all is loaded.</summary>
    public async Task SetAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "insert into seed_files (path, checksum, loaded_at) values ($1, $2, $3) "
            + "on conflict (path) do update set checksum = excluded.checksum, loaded_at = excluded.loaded_at");
        command.Parameters.AddWithValue(Path);
        command.Parameters.AddWithValue(checksum.Value);
        command.Parameters.AddWithValue(time.GetUtcNow());
        await command.ExecuteNonQueryAsync(ct);
    }
}
