using Microsoft.Extensions.Logging;
using Npgsql;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Data;

/// <summary>
/// Brings a database to the schema of this build. Several portals may do so at once: each step takes one advisory lock inside
/// its transaction and looks again what is there.
/// </summary>
/// <param name="source">A role that may create tables, and owns those that are there.</param>
/// <param name="migrations">All that this build knows, in order; see <see cref="Migration.ReadEmbedded"/>.</param>
/// <param name="time">Stamps when a step was applied.</param>
/// <param name="logger">Told of each step.</param>
public sealed class Migrator(NpgsqlDataSource source, IReadOnlyList<Migration> migrations, TimeProvider time, ILogger<Migrator> logger)
{
    /// <summary>The oldest server that the portal's SQL runs on.</summary>
    public const int OldestServer = 15;

    /// <summary>Any fixed number that nobody else locks.</summary>
    private const long AdvisoryLock = 0x54_50_6D_69_67_72; // "TPmigr"

    private const string CreateTable = """
        create table if not exists schema_migrations (
          number int primary key,
          name text not null,
          checksum text not null,
          applied_at timestamptz not null
        )
        """;

    /// <summary>Applies what is missing, each step in its own transaction, and hands back how many those were.</summary>
    /// <exception cref="StartupRefusedException">
    /// The server is older than 15, the database is newer than this build, or an applied step reads differently now.
    /// </exception>
    public async Task<int> MigrateAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        if (connection.PostgreSqlVersion.Major < OldestServer)
            throw new StartupRefusedException(
                $"The portal needs PostgreSQL {OldestServer} or later; the server is {connection.PostgreSqlVersion}.");

        var count = 0;
        while (await ApplyNextAsync(connection, ct)) count++;
        return count;
    }

    /// <summary>Waits until nobody else changes the schema, to the end of the connection's transaction.</summary>
    internal static Task LockAsync(NpgsqlConnection connection, CancellationToken ct) =>
        ExecuteAsync(connection, $"select pg_advisory_xact_lock({AdvisoryLock})", ct);

    private async Task<bool> ApplyNextAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await LockAsync(connection, ct);
        await ExecuteAsync(connection, CreateTable, ct);
        var applied = await ReadAppliedAsync(connection, ct);
        Check(applied);

        var next = migrations.FirstOrDefault(migration => !applied.ContainsKey(migration.Number));
        if (next is not null) await ApplyAsync(connection, next, ct);
        await transaction.CommitAsync(ct);
        return next is not null;
    }

    private async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken ct)
    {
        await ExecuteAsync(connection, migration.Sql, ct);
        await using var note = new NpgsqlCommand(
            "insert into schema_migrations (number, name, checksum, applied_at) values ($1, $2, $3, $4)", connection)
        {
            Parameters =
            {
                new() { Value = migration.Number },
                new() { Value = migration.Name },
                new() { Value = migration.Checksum },
                new() { Value = time.GetUtcNow() },
            },
        };
        await note.ExecuteNonQueryAsync(ct);
        logger.LogInformation("Schema step {Number} {Name} applied", migration.Number, migration.Name);
    }

    private void Check(Dictionary<int, AppliedStep> applied)
    {
        var known = migrations.ToDictionary(migration => migration.Number);
        foreach (var (number, step) in applied.OrderBy(pair => pair.Key))
        {
            if (!known.TryGetValue(number, out var migration))
                throw new StartupRefusedException(
                    $"The database has schema step {number} ({step.Name}), which this portal does not know: "
                    + "a newer portal has been here. Start that version.");
            if (!string.Equals(migration.Checksum, step.Checksum, StringComparison.Ordinal))
                throw new StartupRefusedException(
                    $"Schema step {number} ({migration.Name}) reads differently than when it was applied. "
                    + "Applied steps are never edited: restore the file and add a new one.");
        }
    }

    private static async Task<Dictionary<int, AppliedStep>> ReadAppliedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select number, name, checksum from schema_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var applied = new Dictionary<int, AppliedStep>();
        while (await reader.ReadAsync(ct)) applied.Add(reader.GetInt32(0), new AppliedStep(reader.GetString(1), reader.GetString(2)));
        return applied;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        // A step may rebuild a large table; whoever starts the portal waits or stops it.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record AppliedStep(string Name, string Checksum);
}
