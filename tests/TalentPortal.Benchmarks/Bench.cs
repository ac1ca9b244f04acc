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
    private Task<CaseBench>? cases;

    /// <summary>Tells what is going on, apart from the figures.</summary>
    public static void Say(string text) => Console.Error.WriteLine("  " + text);

    /// <summary>A folder of this run.</summary>
    public string FolderOf(string name) => Path.Combine(folder, name);

    /// <summary>Starts a portal that ends with the run at the latest.</summary>
    /// <param name="name">Names its data directory.</param>
    /// <param name="connection">Its database; null for a PostgreSQL of its own.</param>
    public async Task<PortalProcess> StartPortalAsync(string name, string? connection = null)
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
        var portal = await PortalProcess.StartAsync(FolderOf(name), "Production", settings);
        running.Add(portal);
        return portal.Url is not null ? portal : throw new InvalidOperationException($"The portal did not start: {portal.Said}");
    }

    /// <summary>Cases on a cluster of their own; made at the first call and shared by <c>submit</c> and <c>decide</c>.</summary>
    public Task<CaseBench> CasesAsync() => cases ??= CaseBench.PrepareAsync(this);

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
