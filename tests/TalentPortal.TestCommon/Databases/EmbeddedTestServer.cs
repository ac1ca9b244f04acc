using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using TalentPortal.Core.Data.Embedded;
using TalentPortal.Core.Kernel;

namespace TalentPortal.TestCommon.Databases;

/// <summary>
/// An embedded server under the temporary directory that lives as long as the test process: a waiting shell ends the server and
/// removes its files when the process goes, however it goes. What a dead run still left behind, the next one removes.
/// </summary>
internal static class EmbeddedTestServer
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"talent-portal-tests-{Environment.UserName}");
    private static Process? caretaker;

    // Held so that its lock on the directory is: another run sweeps what nobody holds.
    private static EmbeddedPostgres? server;

    /// <summary>Starts it and hands back the connection string to its maintenance database.</summary>
    public static async Task<string> StartAsync()
    {
        Directory.CreateDirectory(Folder);
        // Runs start one after another: none sweeps what another one is just making.
        await using var starting = await TakeTurnAsync();
        foreach (var left in Directory.EnumerateDirectories(Folder)) await SweepAsync(left);

        var directory = Path.Combine(Folder, Guid.NewGuid().ToString("N"));
        server = await EmbeddedPostgres.StartAsync(Options(directory), NullLogger.Instance, CancellationToken.None);
        caretaker = StartCaretaker(directory, server);
        return server.ConnectionString;
    }

    private static EmbeddedPostgresOptions Options(string directory) => new()
    {
        DataDirectory = directory,
        BinariesDirectory = PostgresBinaries.Find(Environment.GetEnvironmentVariable("TALENTPORTAL_TEST_POSTGRES")),
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["fsync"] = "off",
            ["synchronous_commit"] = "off",
            ["full_page_writes"] = "off",
            ["autovacuum"] = "off",
            ["max_connections"] = "400",
        },
    };

    private static async Task<FileStream> TakeTurnAsync()
    {
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(Folder, "starting.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    /// <summary>Removes a directory whose portal lock nobody holds, and first ends the server that may still run on it.</summary>
    private static async Task SweepAsync(string directory)
    {
        try
        {
            using var folder = ClusterFolder.Take(directory);
            if (PostmasterPidFile.Read(folder.Cluster)?.State() is PostmasterState.Ours)
            {
                var programs = await PostgresPrograms.PrepareAsync(Options(directory), CancellationToken.None);
                string[] arguments = ["stop", "-s", "-w", "-m", "immediate", "-D", folder.Cluster];
                await programs.RunAsync("pg_ctl", arguments, keepOutput: true, CancellationToken.None);
            }

            Directory.Delete(directory, recursive: true);
        }
        catch (StartupRefusedException)
        {
            // Another run is at work there.
        }
        catch (DirectoryNotFoundException)
        {
            // Its own caretaker was faster.
        }
    }

    /// <summary>Waits for the end of this process on a pipe, out of reach of whoever kills the process with its children.</summary>
    private static Process? StartCaretaker(string directory, EmbeddedPostgres server)
    {
        if (OperatingSystem.IsWindows()) return null;
        const string Script = """exec 3<&0; (cat <&3; "$@"; rm -rf "$0") >/dev/null 2>&1 &""";
        string[] arguments = ["-c", Script, directory, .. server.ImmediateStopCommand()];
        return Process.Start(new ProcessStartInfo("sh", arguments)
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        });
    }
}
