using System.ComponentModel;
using System.Diagnostics;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Data.Embedded;

/// <summary>Runs <c>initdb</c> and <c>pg_ctl</c> as somebody who is not root.</summary>
internal sealed class PostgresPrograms
{
    /// <summary>The user "nobody" of every Linux. It must be one that has a name, because <c>initdb</c> looks it up.</summary>
    private const string OtherUser = "65534";

    private static readonly string[] InNamespace = ["unshare", "--user", $"--map-user={OtherUser}", $"--map-group={OtherUser}"];

    private readonly string binariesDirectory;

    private PostgresPrograms(string binariesDirectory, RootEscape escape) =>
        (this.binariesDirectory, Escape) = (binariesDirectory, escape);

    /// <summary>The way that was found.</summary>
    public RootEscape Escape { get; }

    /// <summary>Finds the way not to be root, unless one is demanded.</summary>
    public static async Task<PostgresPrograms> PrepareAsync(EmbeddedPostgresOptions options, CancellationToken ct)
    {
        PostgresBinaries.MakeLinks(options.BinariesDirectory);
        return new PostgresPrograms(options.BinariesDirectory, options.RootEscape ?? await FindEscapeAsync(ct));
    }

    /// <summary>Runs one of the server's programs to its end.</summary>
    /// <param name="program">Its name without folder or extension.</param>
    /// <param name="arguments">Passed as they are, without a shell.</param>
    /// <param name="keepOutput">False for <c>pg_ctl start</c>, whose server would hold the pipes open for good.</param>
    /// <param name="ct">Stops waiting and ends the program.</param>
    /// <returns>The exit code and what it wrote.</returns>
    public Task<ProgramEnd> RunAsync(string program, IEnumerable<string> arguments, bool keepOutput, CancellationToken ct) =>
        RunCommandAsync(CommandLine(program, arguments), keepOutput, ct);

    /// <summary>The whole command that runs one of the server's programs as somebody who is not root.</summary>
    public string[] CommandLine(string program, IEnumerable<string> arguments)
    {
        string[] before = Escape switch
        {
            RootEscape.UserNamespace => InNamespace,
            RootEscape.OtherUser => ["setpriv", $"--reuid={OtherUser}", $"--regid={OtherUser}", "--clear-groups"],
            _ => [],
        };
        return [.. before, PostgresBinaries.Program(binariesDirectory, program), .. arguments];
    }

    /// <summary>Gives files to the user that the server will run as, where that is another one.</summary>
    public async Task HandOverAsync(IEnumerable<string> paths, CancellationToken ct)
    {
        if (Escape is not RootEscape.OtherUser) return;
        var end = await RunCommandAsync(["chown", "-R", $"{OtherUser}:{OtherUser}", .. paths], keepOutput: true, ct);
        if (end.Code != 0) throw new StartupRefusedException($"The data cannot be given to the user of the server: {end.Output}");
    }

    private static async Task<RootEscape> FindEscapeAsync(CancellationToken ct)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return RootEscape.NotNeeded;
        try
        {
            var probe = await RunCommandAsync([.. InNamespace, "true"], keepOutput: true, ct);
            return probe.Code == 0 ? RootEscape.UserNamespace : RootEscape.OtherUser;
        }
        catch (StartupRefusedException)
        {
            return RootEscape.OtherUser;
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new StartupRefusedException(
                $"The program {start.FileName} cannot be run ({missing.Message}). "
                + "The portal's own PostgreSQL needs it; as root, start the portal as an ordinary user or set ConnectionStrings:Portal.",
                missing);
        }
    }

    private static async Task<ProgramEnd> RunCommandAsync(string[] command, bool keepOutput, CancellationToken ct)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = keepOutput,
            RedirectStandardError = keepOutput,
            WorkingDirectory = Path.GetTempPath(),
        };
        // A PGDATA, PGPORT or PGOPTIONS of the person at the keyboard is meant for another server.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);

        using var process = Start(start);
        try
        {
            var texts = keepOutput
                ? await Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct))
                : [];
            await process.WaitForExitAsync(ct);
            return new ProgramEnd(process.ExitCode, string.Concat(texts).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }
}
