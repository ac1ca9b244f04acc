using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging.Abstractions;
using TalentPortal.Core.Data.Embedded;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.Benchmarks;

/// <summary>What the figures share: a folder that goes when the run ends, and the portal as a built program in Production.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"talent-portal-bench-{Guid.NewGuid():N}");
    private readonly List<IAsyncDisposable> running = [];
    private readonly Dictionary<string, InboxPortal> inboxes = new(StringComparer.Ordinal);
    private Task<CaseBench>? cases;
    private Task<CardBench>? cards;

    /// <summary>Tells what is going on, apart from the figures.</summary>
    public static void Say(string text) => Console.Error.WriteLine("  " + text);

    /// <summary>A folder of this run.</summary>
    public string FolderOf(string name) => Path.Combine(folder, name);

    /// <summary>Starts a portal that ends with the run at the latest.</summary>
    /// <param name="name">Names its data directory.</param>
    /// <param name="connection">Its database; null for a PostgreSQL of its own.</param>
    /// <param name="more">More settings.</param>
    public async Task<PortalProcess> StartPortalAsync(string name, string? connection = null, IReadOnlyDictionary<string, string>? more = null)
    {
        var settings = SettingsOf(connection);
        foreach (var (setting, value) in more ?? new Dictionary<string, string>()) settings[setting] = value;
        var portal = await PortalProcess.StartAsync(FolderOf(name), "Production", settings);
        running.Add(portal);
        return portal.Url is not null ? portal : throw new InvalidOperationException($"The portal did not start: {portal.Said}");
    }

    /// <summary>Cases on a cluster of their own; made at the first call and shared by <c>submit</c> and <c>decide</c>.</summary>
    public Task<CaseBench> CasesAsync() => cases ??= CaseBench.PrepareAsync(this);

    /// <summary>Talent cards on a cluster of their own; made at the first call and shared by <c>redeem</c> and <c>redeem-p99</c>.</summary>
    public Task<CardBench> CardsAsync() => cards ??= CardBench.PrepareAsync(this);

    /// <summary>A portal on a database with so many made-up cases, a tenth of them waiting; made at the first call.</summary>
    public async Task<InboxPortal> InboxAsync(string name, int count)
    {
        if (inboxes.TryGetValue(name, out var known)) return known;
        var server = await StartDatabaseAsync(name + "-cluster", new Dictionary<string, string>(StringComparer.Ordinal));
        Say($"making {count:N0} cases");
        await FillAsync(name, server.ConnectionString, count);
        return inboxes[name] = new InboxPortal((await StartPortalAsync(name, server.ConnectionString)).Url!, server.ConnectionString);
    }

    /// <summary>Starts a PostgreSQL as the portal's own, with all that makes writes durable.</summary>
    public async Task<EmbeddedPostgres> StartDatabaseAsync(string name, IReadOnlyDictionary<string, string> settings)
    {
        var server = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions
            {
                DataDirectory = FolderOf(name),
                BinariesDirectory = PostgresBinaries.Find(configured: null),
                Settings = settings,
            },
            NullLogger.Instance, CancellationToken.None);
        running.Add(server);
        return server;
    }

    /// <summary>The portal's own command, which runs in Development only.</summary>
    private async Task FillAsync(string name, string connection, int count)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TalentPortal.Web.dll"), "seed", "--cases", $"{count}"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var (setting, value) in SettingsOf(connection)) start.Environment[setting] = value;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Portal__DataDirectory"] = FolderOf(name);
        using var fill = Process.Start(start)!;
        await fill.StandardOutput.ReadToEndAsync();
        await fill.WaitForExitAsync();
        if (fill.ExitCode != 0) throw new InvalidOperationException($"The cases were not made: exit code {fill.ExitCode}.");
    }

    private static Dictionary<string, string> SettingsOf(string? connection)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Portal__Keys"] = TestKeys.Json,
            ["Portal__DemoData"] = "true",
            ["Portal__DemoCases"] = "false",
            // Many applicants sign in from here: each of them says an address of its own.
            ["Portal__TrustedProxies"] = "127.0.0.1",
        };
        if (connection is not null) settings["ConnectionStrings__Portal"] = connection;
        return settings;
    }

    /// <summary>Ends something before the run ends.</summary>
    public async Task EndAsync(IAsyncDisposable one)
    {
        running.Remove(one);
        await one.DisposeAsync();
    }

    /// <summary>The run is broken off: portals and servers must not outlive it.</summary>
    public void Abandon(PosixSignalContext context)
    {
        context.Cancel = true;
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        Environment.Exit(130);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // What was started last needs what was started before it.
        foreach (var one in Enumerable.Reverse(running)) await one.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A portal with an inbox worth reading.</summary>
/// <param name="Url">Where it listens.</param>
/// <param name="Connection">To its database.</param>
internal sealed record InboxPortal(Uri Url, string Connection);
