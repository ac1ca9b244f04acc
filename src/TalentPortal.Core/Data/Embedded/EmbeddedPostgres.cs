using Microsoft.Extensions.Logging;
using Npgsql;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Data.Embedded;

/// <summary>
/// A real PostgreSQL server that the portal brings along and that serves this machine only: TCP on 127.0.0.1, a free port,
/// SCRAM with a generated password, no socket file. One portal a data directory; a server that outlived a killed portal is
/// taken over with everything in it.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    /// <summary>The database and its owner.</summary>
    private const string Name = "portal";

    /// <summary>The role that the portal runs as; it owns nothing.</summary>
    private const string ServiceRole = "portal_service";

    private const int StartSeconds = 120;
    private readonly ClusterFolder folder;
    private readonly PostgresPrograms programs;
    private readonly ILogger logger;
    private bool stopped;

    private EmbeddedPostgres(ClusterFolder folder, PostgresPrograms programs, ILogger logger) =>
        (this.folder, this.programs, this.logger) = (folder, programs, logger);

    /// <summary>For Npgsql: the database <c>portal</c> and its superuser, who owns the tables.</summary>
    public string ConnectionString { get; private set; } = string.Empty;

    /// <summary>The same database as a role that may do nothing but what it is granted, for the portal at work.</summary>
    public string ServiceConnectionString { get; private set; } = string.Empty;

    /// <summary>Whether the server was running already, left over by a portal that was killed.</summary>
    public bool Adopted { get; private set; }

    /// <summary>Takes the data directory, makes the cluster when there is none, starts or adopts its server.</summary>
    /// <exception cref="StartupRefusedException">Another portal runs on the directory, or the server cannot start here.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, ILogger logger, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        var taken = ClusterFolder.Take(options.DataDirectory);
        try
        {
            var server = new EmbeddedPostgres(taken, await PostgresPrograms.PrepareAsync(options, ct), logger);
            await server.RunAsync(options, ct);
            return server;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Ends sessions and server (a fast shutdown, data safe) and gives the data directory free.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        if (stopped) return;
        stopped = true;
        var end = await programs.RunAsync(
            "pg_ctl", ["stop", "-s", "-w", "-t", "60", "-m", "fast", "-D", folder.Cluster], keepOutput: true, ct);
        if (end.Code != 0) logger.LogError("The embedded PostgreSQL did not stop: {Output}", end.Output);
        folder.Dispose();
    }

    /// <summary>A command that ends the server at once, for tests that may themselves be killed.</summary>
    internal string[] ImmediateStopCommand() => programs.CommandLine("pg_ctl", ["stop", "-s", "-m", "immediate", "-D", folder.Cluster]);

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    private async Task RunAsync(EmbeddedPostgresOptions options, CancellationToken ct)
    {
        if (programs.Escape is RootEscape.OtherUser) folder.OpenPassage();
        var password = folder.Password();
        if (!Directory.Exists(folder.Cluster)) await CreateClusterAsync(options, ct);

        var left = PostmasterPidFile.Read(folder.Cluster);
        var state = left?.State() ?? PostmasterState.Gone;
        if (state is PostmasterState.SomebodyElse) File.Delete(PostmasterPidFile.PathIn(folder.Cluster));

        Adopted = state is PostmasterState.Ours;
        var port = Adopted ? left!.Port : await StartServerAsync(options, ct);
        ConnectionString = ConnectionTo(port, Name, password);
        ServiceConnectionString = ConnectionTo(port, ServiceRole, folder.ServicePassword());
        await AwaitDatabaseAsync(ct);
        logger.LogInformation("PostgreSQL {State} on 127.0.0.1:{Port}, data in {Directory}", Adopted ? "adopted" : "started",
            port, folder.Cluster);
    }

    private async Task CreateClusterAsync(EmbeddedPostgresOptions options, CancellationToken ct)
    {
        var unfinished = folder.UnfinishedCluster;
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        await programs.HandOverAsync([unfinished, folder.PasswordFile], ct);

        var locale = OperatingSystem.IsWindows() ? "C" : "C.UTF-8";
        var end = await programs.RunAsync(
            "initdb",
            [
                "-D", unfinished, "-U", Name, "--encoding=UTF8", $"--locale={locale}", "--lc-collate=C", "--data-checksums",
                "--auth=scram-sha-256", $"--pwfile={folder.PasswordFile}", "--no-instructions",
                .. string.Equals(options.Settings.GetValueOrDefault("fsync"), "off", StringComparison.Ordinal)
                    ? ["--no-sync"]
                    : Array.Empty<string>(),
            ],
            keepOutput: true,
            ct);
        if (end.Code != 0) throw new StartupRefusedException($"PostgreSQL could not lay out its data in {unfinished}: {end.Output}");
        ClusterSettings.Include(unfinished);
        Directory.Move(unfinished, folder.Cluster);
    }

    private async Task<int> StartServerAsync(EmbeddedPostgresOptions options, CancellationToken ct)
    {
        const int Attempts = 3;
        for (var attempt = 1; ; attempt++)
        {
            folder.TurnLogOver();
            var port = ClusterSettings.Write(folder.Cluster, options.Settings);
            await programs.HandOverAsync([folder.Cluster, folder.Log], ct);
            var end = await programs.RunAsync(
                "pg_ctl",
                ["start", "-s", "-w", "-t", $"{StartSeconds}", "-D", folder.Cluster, "-l", folder.Log],
                keepOutput: false,
                ct);
            if (end.Code == 0) return port;
            if (attempt == Attempts)
                throw new StartupRefusedException(
                    $"The embedded PostgreSQL did not start. Its log {folder.Log} ends with:\n{folder.LogEnd()}");
            logger.LogWarning("PostgreSQL did not start on port {Port}; trying another one", port);
        }
    }

    /// <summary>
    /// Waits until the server answers (an adopted one may still be recovering); makes database and role where there are none.
    /// </summary>
    private async Task AwaitDatabaseAsync(CancellationToken ct)
    {
        var builder =
            new NpgsqlDataSourceBuilder(ConnectionString) { ConnectionStringBuilder = { Database = "postgres", Pooling = false } };
        // Two questions for a 1 need no list of the server's types.
        await using var server = builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(StartSeconds));
        while (true)
        {
            try
            {
                await using var connection = await server.OpenConnectionAsync(limit.Token);
                await MakeAsync(connection, $"select 1 from pg_database where datname = '{Name}'", $"create database {Name}", limit.Token);
                // The password is hexadecimal.
                await MakeAsync(connection, $"select 1 from pg_roles where rolname = '{ServiceRole}'",
                    $"create role {ServiceRole} login password '{folder.ServicePassword()}'", limit.Token);
                return;
            }
            catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.CannotConnectNow)
            {
                // The server is another process that still starts: it answers whoever asks, and calls nobody.
                await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
            }
            catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InvalidPassword)
            {
                throw new StartupRefusedException($"The password in {folder.PasswordFile} is not the one the database knows.", refused);
            }
        }
    }

    private static async Task MakeAsync(NpgsqlConnection connection, string look, string make, CancellationToken ct)
    {
        await using var looking = new NpgsqlCommand(look, connection);
        if (await looking.ExecuteScalarAsync(ct) is not null) return;
        await using var making = new NpgsqlCommand(make, connection);
        await making.ExecuteNonQueryAsync(ct);
    }

    private static string ConnectionTo(int port, string user, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Database = Name,
        Username = user,
        Password = password,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;
}
