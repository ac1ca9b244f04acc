using System.Collections.Concurrent;
using Npgsql;

namespace TalentPortal.TestCommon.Databases;

/// <summary>
/// The PostgreSQL server of this test run: an embedded one, started once a process, or the one that
/// <c>TALENTPORTAL_TEST_CONNECTION</c> names (a user who may create databases and roles). Databases of runs that died are dropped.
/// </summary>
public sealed class TestCluster
{
    /// <summary>The role that portals under test run as; it owns nothing.</summary>
    public const string ServiceRole = "tp_test_service";

    private const string Prefix = "tp_test_";

    /// <summary>Tests of several runs share the role; its server holds nothing but their databases.</summary>
    private const string ServicePassword = "only-for-tests";

    private const string MakeServiceRole = $"""
        do $$ begin
          create role {ServiceRole} login password '{ServicePassword}';
        exception when duplicate_object or unique_violation then null;
        end $$
        """;

    private static readonly Lazy<Task<TestCluster>> Instance = new(StartAsync);

    private readonly string tag = Prefix + Guid.NewGuid().ToString("N")[..12];
    private readonly NpgsqlDataSource server;
    private readonly string connectionString;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> templates = new(StringComparer.Ordinal);
    private NpgsqlConnection? presence;
    private int count;

    private TestCluster(string connectionString)
    {
        this.connectionString = connectionString;
        server = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = tag, MaxPoolSize = 8 }.ConnectionString);
    }

    /// <summary>The server, started at the first call.</summary>
    public static Task<TestCluster> GetAsync() => Instance.Value;

    /// <summary>Makes an empty database and hands back the connection string to it.</summary>
    public async Task<string> CreateEmptyAsync()
    {
        var name = NextName();
        await ExecuteAsync($"create database {name}");
        return ConnectionTo(name);
    }

    /// <summary>Copies a template, which is made at the first call with its name (and again after a failure), and hands back the connection string to the copy.</summary>
    /// <param name="template">Its name in this run.</param>
    /// <param name="prepare">Fills the template's database, given the connection string to it; runs once, if it succeeds.</param>
    public async Task<string> CloneAsync(string template, Func<string, Task> prepare)
    {
        var making = templates.GetOrAdd(template, _ => new Lazy<Task<string>>(() => MakeTemplateAsync(prepare)));
        string source;
        try
        {
            source = await making.Value;
        }
        catch
        {
            // Whoever comes next tries again: one bad moment is not the failure of every test of the run.
            templates.TryRemove(KeyValuePair.Create(template, making));
            throw;
        }

        var name = NextName();
        await ExecuteAsync($"create database {name} template {source}");
        return ConnectionTo(name);
    }

    /// <summary>The connection string to the same database as the role that portals run as.</summary>
    public static string AsService(string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { Username = ServiceRole, Password = ServicePassword }.ConnectionString;

    /// <summary>Drops a database with whoever is still connected to it.</summary>
    public async Task DropAsync(string connection) =>
        await ExecuteAsync($"drop database if exists {new NpgsqlConnectionStringBuilder(connection).Database} with (force)");

    private static async Task<TestCluster> StartAsync()
    {
        var given = Environment.GetEnvironmentVariable("TALENTPORTAL_TEST_CONNECTION");
        var cluster = new TestCluster(string.IsNullOrWhiteSpace(given) ? await EmbeddedTestServer.StartAsync() : given);
        // An open connection with the run's name says that the run lives; what no such connection stands for is an orphan's.
        cluster.presence = await cluster.server.OpenConnectionAsync();
        await cluster.ExecuteAsync(MakeServiceRole);
        await cluster.SweepAsync();
        return cluster;
    }

    private async Task<string> MakeTemplateAsync(Func<string, Task> prepare)
    {
        var name = NextName();
        await ExecuteAsync($"create database {name}");
        await prepare(new NpgsqlConnectionStringBuilder(ConnectionTo(name)) { Pooling = false }.ConnectionString);
        await ExecuteAsync($"alter database {name} allow_connections false");
        return name;
    }

    private async Task SweepAsync()
    {
        await using var look = server.CreateCommand($"""
            select datname from pg_database d
            where datname like '{Prefix}%' and not exists (
              select from pg_stat_activity a where a.application_name = left(d.datname, {tag.Length}))
            """);
        var orphans = new List<string>();
        await using (var reader = await look.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) orphans.Add(reader.GetString(0));
        }

        foreach (var orphan in orphans) await ExecuteAsync($"drop database if exists {orphan} with (force)");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = server.CreateCommand(sql);
        command.CommandTimeout = 120;
        await command.ExecuteNonQueryAsync();
    }

    private string NextName() => $"{tag}_{Interlocked.Increment(ref count)}";

    private string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        Database = database,
        MaxPoolSize = 20,
        IncludeErrorDetail = true,
    }.ConnectionString;
}
