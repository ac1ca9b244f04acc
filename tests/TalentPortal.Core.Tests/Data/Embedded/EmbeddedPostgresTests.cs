using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TalentPortal.Core.Data.Embedded;
using TalentPortal.Core.Kernel;
using Xunit;

namespace TalentPortal.Core.Tests.Data.Embedded;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string directory = Path.Combine(Path.GetTempPath(), $"portal-embedded-{Guid.NewGuid():N}");

    private string Cluster => Path.Combine(directory, "postgres");

    public void Dispose()
    {
        if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task StartAsync_SecondStart_FindsTheDataOfTheFirst()
    {
        await using (var first = await StartAsync())
        {
            Assert.False(first.Adopted);
            await ScalarAsync(first, "create table kept (n int); insert into kept values (42); select 1");
        }

        await using var second = await StartAsync();

        Assert.Equal(42, await ScalarAsync(second, "select n from kept"));
        Assert.Equal("UTF8", await ScalarAsync(second, "show server_encoding"));
        Assert.Equal("on", await ScalarAsync(second, "show data_checksums"));
        Assert.Equal("127.0.0.1", await ScalarAsync(second, "show listen_addresses"));
        Assert.Equal(string.Empty, await ScalarAsync(second, "show unix_socket_directories"));
        Assert.Equal("汉", await ScalarAsync(second, "select substring('a汉' from '[^[:ascii:]]')"));
    }

    [Fact]
    public async Task StartAsync_DataDirectory_IsItsOwnersOnly()
    {
        await using var server = await StartAsync();

        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode Others = (UnixFileMode)0b000_111_111;
        var open = Directory.EnumerateFileSystemEntries(directory).Append(directory)
            .Where(path => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None);
        Assert.Empty(open);
    }

    [Fact]
    public async Task StartAsync_AnotherPortalRuns_RefusesWithASentence()
    {
        await using var first = await StartAsync();

        var refusal = await Assert.ThrowsAsync<StartupRefusedException>(() => StartAsync());

        Assert.Contains("Another portal is running", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_ServerOutlivedItsPortal_AdoptsIt()
    {
        var port = await LeaveServerBehindAsync();

        await using var server = await StartAsync();

        Assert.True(server.Adopted);
        Assert.Equal(port, PortOf(server));
        Assert.Equal(1, await ScalarAsync(server, "select 1"));
    }

    [Fact]
    public async Task StartAsync_FolderMovedUnderARunningServer_AdoptsIt()
    {
        await LeaveServerBehindAsync();
        var moved = directory + "-moved";
        Directory.Move(directory, moved);
        try
        {
            await using var server = await StartAsync(moved);
            Assert.True(server.Adopted);
        }
        finally
        {
            Directory.Delete(moved, recursive: true);
        }
    }

    [Fact]
    public async Task StartAsync_ProcessNumberBelongsToAnotherProgram_RemovesTheFile()
    {
        await (await StartAsync()).StopAsync(CancellationToken.None);
        WriteProcessFile(Environment.ProcessId);

        await using var server = await StartAsync();

        Assert.False(server.Adopted);
        Assert.Equal(1, await ScalarAsync(server, "select 1"));
    }

    [Fact]
    public async Task StartAsync_ProcessNumberBelongsToAnotherServer_StartsItsOwn()
    {
        await (await StartAsync()).StopAsync(CancellationToken.None);
        var elsewhere = directory + "-other";
        try
        {
            await using var other = await StartAsync(elsewhere);
            WriteProcessFile(PostmasterPidFile.Read(Path.Combine(elsewhere, "postgres"))!.ProcessId);

            await using var server = await StartAsync();

            Assert.False(server.Adopted);
            Assert.NotEqual(PortOf(other), PortOf(server));
        }
        finally
        {
            Directory.Delete(elsewhere, recursive: true);
        }
    }

    [Fact]
    public async Task StartAsync_FirstStartWasCutShort_BeginsAgain()
    {
        Directory.CreateDirectory(Path.Combine(directory, "postgres.new", "base"));
        await File.WriteAllTextAsync(Path.Combine(directory, "postgres.new", "PG_VERSION"), "18");

        await using var server = await StartAsync();

        Assert.Equal(1, await ScalarAsync(server, "select 1"));
    }

    [Fact]
    public async Task StartAsync_PasswordFileReplaced_RefusesWithASentence()
    {
        await (await StartAsync()).StopAsync(CancellationToken.None);
        var passwordFile = Path.Combine(directory, "postgres-password");
        var right = await File.ReadAllTextAsync(passwordFile);
        await File.WriteAllTextAsync(passwordFile, "wrong");

        await Assert.ThrowsAsync<StartupRefusedException>(() => StartAsync());

        await File.WriteAllTextAsync(passwordFile, right);
        await using var server = await StartAsync();
        Assert.True(server.Adopted);
    }

    [RootFact]
    public async Task StartAsync_RootWithoutUserNamespaces_RunsAsAnotherUser()
    {
        await using var server = await StartAsync(escape: RootEscape.OtherUser);

        Assert.Equal(1, await ScalarAsync(server, "select 1"));
    }

    [Fact]
    public async Task MakeLinks_ManyAtOnce_MakesEachOnce()
    {
        var library = Directory.CreateDirectory(Path.Combine(directory, "native", "lib")).FullName;
        await File.WriteAllTextAsync(Path.Combine(library, "libpq.so.5.18"), "library");
        await File.WriteAllTextAsync(
            Path.Combine(directory, "native", "pg-symlinks.json"),
            """[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]""");

        await Parallel.ForAsync(0, 16, (_, _) =>
        {
            PostgresBinaries.MakeLinks(Path.Combine(directory, "native"));
            return ValueTask.CompletedTask;
        });

        Assert.Equal("libpq.so.5.18", new FileInfo(Path.Combine(library, "libpq.so.5")).LinkTarget);
        Assert.Equal("library", await File.ReadAllTextAsync(Path.Combine(library, "libpq.so.5")));
    }

    [Fact]
    public void Find_ConfiguredDirectoryWithoutServer_RefusesAndNamesTheSetting()
    {
        var refusal = Assert.Throws<StartupRefusedException>(() => PostgresBinaries.Find(directory));

        Assert.Contains("Portal:PostgresDirectory", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_ServiceRole_MayDoNothingByItselfAndStaysTheSame()
    {
        string first;
        await using (var server = await StartAsync())
        {
            first = new NpgsqlConnectionStringBuilder(server.ServiceConnectionString).Password!;
            await using var service = NpgsqlDataSource.Create(server.ServiceConnectionString);
            await using var rights = service.CreateCommand(
                "select rolsuper or rolcreaterole or rolcreatedb or has_schema_privilege('public', 'create') from pg_roles where rolname = current_user");
            Assert.Equal(false, await rights.ExecuteScalarAsync());
        }

        await using var again = await StartAsync();
        Assert.Equal(first, new NpgsqlConnectionStringBuilder(again.ServiceConnectionString).Password);
        Assert.NotEqual(first, new NpgsqlConnectionStringBuilder(again.ConnectionString).Password);
    }

    private EmbeddedPostgresOptions Options(string? at = null, RootEscape? escape = null) => new()
    {
        DataDirectory = at ?? directory,
        BinariesDirectory = PostgresBinaries.Find(configured: null),
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["fsync"] = "off", ["shared_buffers"] = "16MB" },
        RootEscape = escape,
    };

    private Task<EmbeddedPostgres> StartAsync(string? at = null, RootEscape? escape = null) =>
        EmbeddedPostgres.StartAsync(Options(at, escape), NullLogger.Instance, CancellationToken.None);

    /// <summary>A server that runs while nobody holds the directory, as after a portal was killed.</summary>
    private async Task<int> LeaveServerBehindAsync()
    {
        await (await StartAsync()).StopAsync(CancellationToken.None);
        var programs = await PostgresPrograms.PrepareAsync(Options(), CancellationToken.None);
        string[] arguments = ["start", "-s", "-w", "-D", Cluster, "-l", Path.Combine(directory, "postgres.log")];
        var end = await programs.RunAsync("pg_ctl", arguments, keepOutput: false, CancellationToken.None);
        Assert.Equal(0, end.Code);
        return PostmasterPidFile.Read(Cluster)!.Port;
    }

    private void WriteProcessFile(int processId) => File.WriteAllLines(
        PostmasterPidFile.PathIn(Cluster),
        [processId.ToString(CultureInfo.InvariantCulture), Cluster, "1700000000", "5999", string.Empty, "127.0.0.1", string.Empty]);

    private static int PortOf(EmbeddedPostgres server) => new NpgsqlConnectionStringBuilder(server.ConnectionString).Port;

    private static async Task<object?> ScalarAsync(EmbeddedPostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
