using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TalentPortal.TestCommon.Portals;

/// <summary>The portal as a program of its own, as a person starts it: on its own PostgreSQL, in a data directory.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly StringBuilder said = new();

    private PortalProcess(Process process)
    {
        this.process = process;
        Listening = ReadUntilListeningAsync();
    }

    /// <summary>Where it listens; null when it ended before it did.</summary>
    public Uri? Url { get; private set; }

    /// <summary>Ends when it listens or has ended, for whatever reason.</summary>
    public Task Listening { get; }

    /// <summary>What it wrote until it listened or ended.</summary>
    public string Said => said.ToString();

    /// <summary>
    /// How much of the machine's memory it holds now, in bytes: on Linux the proportional set, in which a page that several processes
    /// share counts for each of them in part; elsewhere the working set.
    /// </summary>
    public long MemoryHeld
    {
        get
        {
            var rollup = string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/smaps_rollup");
            process.Refresh();
            if (!File.Exists(rollup)) return process.WorkingSet64;
            var line = File.ReadLines(rollup).First(text => text.StartsWith("Pss:", StringComparison.Ordinal));
            return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Starts it and waits until it listens or ends.</summary>
    /// <param name="dataDirectory">Where it keeps its files.</param>
    /// <param name="environment">Development or Production.</param>
    /// <param name="settings">More environment variables, for example <c>Portal__Keys</c>.</param>
    /// <param name="arguments">A command, for example <c>audit verify</c>.</param>
    public static async Task<PortalProcess> StartAsync(string dataDirectory, string environment = "Development",
        IReadOnlyDictionary<string, string>? settings = null, IReadOnlyList<string>? arguments = null)
    {
        var portal = Launch(dataDirectory, environment, settings, arguments);
        await portal.Listening;
        return portal;
    }

    /// <summary>Starts it and waits for nothing.</summary>
    /// <param name="dataDirectory">Where it keeps its files.</param>
    /// <param name="environment">Development or Production.</param>
    /// <param name="settings">More environment variables.</param>
    /// <param name="arguments">A command.</param>
    public static PortalProcess Launch(string dataDirectory, string environment = "Development",
        IReadOnlyDictionary<string, string>? settings = null, IReadOnlyList<string>? arguments = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TalentPortal.Web.dll"), .. arguments ?? []])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "src", "TalentPortal.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Portal__DataDirectory"] = dataDirectory;
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return new PortalProcess(Process.Start(start)!);
    }

    /// <summary>Kills it with no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Sends what Ctrl-C sends and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await ExitCodeAsync();
    }

    /// <summary>Waits for the end.</summary>
    public async Task<int> ExitCodeAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await InterruptAsync();
        process.Dispose();
    }

    private async Task ReadUntilListeningAsync()
    {
        const string Greeting = "TalentPortal: ";
        using var limit = new CancellationTokenSource(Patience);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            said.AppendLine(line);
            if (!line.StartsWith(Greeting, StringComparison.Ordinal)) continue;
            Url = new Uri(line[Greeting.Length..]);
            // A full pipe would stop the portal.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return;
        }

        said.Append(await errors.WaitAsync(limit.Token));
    }
}
