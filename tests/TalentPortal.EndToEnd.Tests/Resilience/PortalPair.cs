using System.Globalization;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.EndToEnd.Tests.Resilience;

/// <summary>Two portals as programs of their own on one database and one data directory, of which one or the other is killed.</summary>
internal sealed class PortalPair(SeededDatabase database, string dataDirectory, int seed) : IAsyncDisposable
{
    private readonly PortalProcess?[] portals = new PortalProcess?[2];
    private readonly Uri?[] addresses = new Uri?[2];
    private readonly Random random = new(seed);
    private int kills;

    /// <summary>How many were killed.</summary>
    public int Kills => kills;

    /// <summary>The longest start after a kill.</summary>
    public TimeSpan SlowestStart { get; private set; }

    /// <summary>Where the portals listen that are up now; none while both are starting.</summary>
    public IReadOnlyList<Uri> Addresses => [.. addresses.Select(address => Volatile.Read(ref address)).OfType<Uri>()];

    /// <summary>Starts both.</summary>
    public async Task StartAsync()
    {
        for (var which = 0; which < portals.Length; which++) await StartAsync(which);
    }

    /// <summary>
    /// Kills one or the other, each time after it has served for a moment, until there were enough or it is told to stop. The two lives
    /// run side by side, so that now and then both are gone.
    /// </summary>
    public async Task KillAsync(int count, CancellationToken ct)
    {
        var moments = Enumerable.Range(0, count).Select(_ => (Portal: random.Next(2), After: random.Next(10, 350))).ToLookup(kill => kill.Portal, kill => kill.After);
        await Task.WhenAll(Enumerable.Range(0, portals.Length).Select(which => KillAsync(which, [.. moments[which]], ct)));
    }

    /// <summary>Stops both as Ctrl-C does, at once.</summary>
    public async Task<IReadOnlyList<int>> InterruptAsync() => await Task.WhenAll(portals.OfType<PortalProcess>().Select(portal => portal.InterruptAsync()));

    /// <summary>Runs the command that checks the audit.</summary>
    public async Task<(int ExitCode, string Said)> VerifyAuditAsync()
    {
        await using var command = await PortalProcess.StartAsync(dataDirectory, settings: Settings, arguments: ["audit", "verify"]);
        return (await command.ExitCodeAsync(), command.Said);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var portal in portals.OfType<PortalProcess>()) await portal.DisposeAsync();
    }

    private Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings__Portal"] = database.ConnectionString,
        ["Portal__Keys"] = TestKeys.Json,
        ["Portal__DemoCases"] = "false",
        ["Logging__LogLevel__Default"] = "Error",
    };

    private async Task KillAsync(int which, IReadOnlyList<int> moments, CancellationToken ct)
    {
        foreach (var after in moments)
        {
            if (ct.IsCancellationRequested) return;
            // The kill has to fall into a random moment of the portal's work; nothing in the portal could signal it.
            await Task.Delay(TimeSpan.FromMilliseconds(after), CancellationToken.None);
            Volatile.Write(ref addresses[which], null);
            await portals[which]!.KillAsync();
            await portals[which]!.DisposeAsync();
            Interlocked.Increment(ref kills);
            await StartAsync(which);
        }
    }

    private async Task StartAsync(int which)
    {
        var started = TimeProvider.System.GetTimestamp();
        var portal = await PortalProcess.StartAsync(dataDirectory, settings: Settings);
        portals[which] = portal;
        Volatile.Write(ref addresses[which], portal.Url ?? throw new InvalidOperationException(
            string.Create(CultureInfo.InvariantCulture, $"Portal {which} did not start: {portal.Said}")));
        var took = TimeProvider.System.GetElapsedTime(started);
        if (took > SlowestStart) SlowestStart = took;
    }
}
