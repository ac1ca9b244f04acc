using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using TalentPortal.Benchmarks.Load;

namespace TalentPortal.Benchmarks.Yardstick;

/// <summary>PostgreSQL's own load program.</summary>
/// <param name="program">Where it is.</param>
/// <param name="database">The database it works on.</param>
internal sealed partial class Pgbench(string program, NpgsqlConnectionStringBuilder database)
{
    private const string DebianFolder = "/usr/lib/postgresql";

    /// <summary>Finds it on the path, or where Debian puts it.</summary>
    /// <exception cref="InvalidOperationException">It is not installed.</exception>
    public static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var debian = Directory.Exists(DebianFolder) ? Directory.GetDirectories(DebianFolder).OrderDescending(StringComparer.Ordinal) : Enumerable.Empty<string>();
        return folders.Concat(debian.Select(version => Path.Combine(version, "bin"))).Select(folder => Path.Combine(folder, "pgbench")).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                "pgbench is not here: install PostgreSQL's programs (on Debian: apt-get install postgresql-contrib) and run again.");
    }

    /// <summary>Runs a script so many times on every client.</summary>
    /// <param name="script">The file.</param>
    /// <param name="transactions">How often on each client.</param>
    /// <param name="place">What the script counts on from.</param>
    /// <returns>Transactions a second.</returns>
    public double Run(string script, int transactions, int place)
    {
        string[] arguments =
        [
            "--no-vacuum", "--protocol=prepared", $"--client={LoadDriver.Clients}", "--jobs=2", $"--transactions={transactions}",
            $"--define=place={place}", $"--file={script}", "--host", database.Host!, "--port", database.Port.ToString(CultureInfo.InvariantCulture),
            "--username", database.Username!, database.Database!,
        ];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["PGPASSWORD"] = database.Password;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var rate = Rate().Match(output);
        if (process.ExitCode != 0 || !rate.Success) throw new InvalidOperationException($"pgbench failed: {errors.Result}{output}");
        return double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^tps = ([0-9.]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rate();
}
