using System.Globalization;
using TalentPortal.TestCommon.Portals;
using Xunit;
using Xunit.Abstractions;

namespace TalentPortal.EndToEnd.Tests.Resilience;

/// <summary>A hundred times one of the portals on one database is killed under load, while another one serves. It runs alone: its time is the machine's.</summary>
[Collection(Name)]
public sealed class KillTests(ITestOutputHelper output) : IAsyncLifetime
{
    public const string Name = "kills";

    private static readonly int Kills = Number("TALENTPORTAL_TEST_KILLS", 100);
    private const int Parts = 4;
    private static readonly int Seed = Number("TALENTPORTAL_TEST_SEED", 20261121);

    private readonly SeededDatabase database = new();
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"portal-kills-{Guid.NewGuid():N}");

    public Task InitializeAsync() => database.InitializeAsync();

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task WhatWasAcknowledgedSurvivesAHundredKills()
    {
        output.WriteLine($"Seed {Seed}");
        await using var portals = new RotatingPortals(database, folder, Seed);
        var (load, aftermath, clock) = (new Load(portals), new Aftermath(database), new MovedClock(database));
        var started = TimeProvider.System.GetTimestamp();
        await portals.StartAsync();
        using var stop = new CancellationTokenSource();
        var working = load.RunAsync(stop.Token);
        for (var part = 0; part < Parts; part++)
        {
            await portals.KillAsync(Kills / Parts, () => load.Acknowledged);
            // Notices end and supplements lapse while the portals look for what is due.
            await clock.MoveAsync(TimeSpan.FromDays(6));
        }

        await stop.CancelAsync();
        await working;
        await MovedClock.UntilAsync(async () => await aftermath.DueAsync(clock.Now) == 0);
        Assert.Equal([0, 0, 0], await portals.InterruptAsync());
        var fired = await aftermath.FiredAsync();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{portals.Kills} kills, {portals.KillsWhileServing} of them while serving, in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s, slowest start {portals.SlowestStart.TotalSeconds:0.0} s, {load.Submits.Count} submits, {load.Decisions.Count} decisions, {load.Lost} requests cut off, {load.Repeats} repeats, {fired} waits fired"));

        Assert.Equal(Kills / Parts * Parts, portals.Kills);
        Assert.True(portals.KillsWhileServing >= Kills / 2, $"Only {portals.KillsWhileServing} kills met a portal that served.");
        Assert.True(load.Surprises.IsEmpty, string.Join(Environment.NewLine, load.Surprises.Take(5)));
        Assert.Empty(await aftermath.FindAsync(load));
        Assert.True(load.Submits.Count > Kills && load.Decisions.Count > Kills && load.Lost > Kills / 20, "There was hardly any load.");
        Assert.True(fired > 0, "No wait fell due.");
        var (exitCode, said) = await portals.VerifyAuditAsync();
        Assert.True(exitCode == 0, said);
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : otherwise;
}

/// <summary>Runs after everything that may run side by side.</summary>
[CollectionDefinition(KillTests.Name, DisableParallelization = true)]
public sealed class KillCollection;
