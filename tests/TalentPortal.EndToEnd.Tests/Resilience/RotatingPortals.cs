using System.Globalization;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.EndToEnd.Tests.Resilience;

/// <summary>
/// Portals as programs of their own on one database and one data directory. There are three, of which two are meant to serve: the one
/// that follows a killed one is on its way already, so that work goes on while the next one starts.
/// </summary>
internal sealed class RotatingPortals(SeededDatabase database, string dataDirectory, int seed) : IAsyncDisposable
{
    private const int Serving = 2;

    /// <summary>Each fourth kill, about, is meant for a portal that is still starting.</summary>
    private const int StartingOneIn = 4;

    private readonly Place[] places = [new(), new(), new()];
    private readonly Random random = new(seed);

    /// <summary>How many were killed.</summary>
    public int Kills { get; private set; }

    /// <summary>How many of them were serving requests then.</summary>
    public int KillsWhileServing { get; private set; }

    /// <summary>The longest start.</summary>
    public TimeSpan SlowestStart { get; private set; }

    /// <summary>Where the portals listen that are up now.</summary>
    public IReadOnlyList<Uri> Addresses => [.. places.Select(place => place.Address).OfType<Uri>()];

    /// <summary>Starts them and waits until two serve.</summary>
    public async Task StartAsync()
    {
        foreach (var place in places) place.Coming = ServeAsync(place);
        await UntilTwoServeAsync();
    }

    /// <summary>
    /// Kills as many, one after another, each at a random moment, and lets another one follow at once. Before one that serves is
    /// killed, something was acknowledged since the last kill, however busy the machine is.
    /// </summary>
    public async Task KillAsync(int count, Func<int> acknowledged)
    {
        var before = 0;
        for (var kill = 0; kill < count; kill++)
        {
            var isStartMeant = random.Next(StartingOneIn) == 0;
            // The kill has to fall into a random moment of the portal's work or start; nothing in the portal could signal it.
            var after = TimeSpan.FromMilliseconds(random.Next(10, isStartMeant ? 1000 : 350));
            if (!isStartMeant)
            {
                await UntilTwoServeAsync();
                await MovedClock.UntilAsync(() => Task.FromResult(acknowledged() > before));
            }

            await Task.Delay(after);
            before = acknowledged();
            var victims = places.Where(place => place.Address is null == isStartMeant).ToArray();
            await ReplaceAsync(random.GetItems(victims is [] ? places : victims, 1)[0]);
        }
    }

    /// <summary>Stops all as Ctrl-C does, at once, and hands back what they ended with.</summary>
    public async Task<IReadOnlyList<int>> InterruptAsync()
    {
        await Task.WhenAll(places.Select(place => place.Coming));
        return await Task.WhenAll(places.Select(place => place.Portal!.InterruptAsync()));
    }

    /// <summary>Runs the command that checks the audit.</summary>
    public async Task<(int ExitCode, string Said)> VerifyAuditAsync()
    {
        await using var command = await PortalProcess.StartAsync(dataDirectory, settings: Settings, arguments: ["audit", "verify"]);
        return (await command.ExitCodeAsync(), command.Said);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var portal in places.Select(place => place.Portal).OfType<PortalProcess>()) await portal.DisposeAsync();
    }

    private Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings__Portal"] = database.ConnectionString,
        ["Portal__Keys"] = TestKeys.Json,
        ["Portal__DemoCases"] = "false",
        ["Logging__LogLevel__Default"] = "Error",
    };

    private async Task UntilTwoServeAsync()
    {
        while (places.Where(place => place.Address is null).ToArray() is { Length: > 3 - Serving } starting)
            await await Task.WhenAny(starting.Select(place => place.Coming));
    }

    private async Task ReplaceAsync(Place place)
    {
        if (place.Address is not null) KillsWhileServing++;
        Kills++;
        place.Address = null;
        place.IsKilled = true;
        await place.Portal!.KillAsync();
        await place.Coming;
        await place.Portal.DisposeAsync();
        place.Coming = ServeAsync(place);
    }

    /// <summary>Starts a portal in a place; ends when it serves, or was killed before it did.</summary>
    private async Task ServeAsync(Place place)
    {
        var started = TimeProvider.System.GetTimestamp();
        place.IsKilled = false;
        place.Portal = PortalProcess.Launch(dataDirectory, settings: Settings);
        await place.Portal.Listening;
        if (place.IsKilled) return;
        place.Address = place.Portal.Url ?? throw new InvalidOperationException(
            string.Create(CultureInfo.InvariantCulture, $"A portal did not start: {place.Portal.Said}"));
        var took = TimeProvider.System.GetElapsedTime(started);
        if (took > SlowestStart) SlowestStart = took;
    }

    /// <summary>Where one portal follows another.</summary>
    private sealed class Place
    {
        private Uri? address;
        private volatile bool isKilled;

        public PortalProcess? Portal { get; set; }

        /// <summary>Ends when the portal serves or is gone.</summary>
        public Task Coming { get; set; } = Task.CompletedTask;

        public Uri? Address
        {
            get => Volatile.Read(ref address);
            set => Volatile.Write(ref address, value);
        }

        public bool IsKilled
        {
            get => isKilled;
            set => isKilled = value;
        }
    }
}
