using System.Diagnostics;
using System.Globalization;
using TalentPortal.Benchmarks.Load;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.Benchmarks.Figures;

/// <summary>How fast the built portal answers on its own, initialised PostgreSQL, and what it holds of the machine's memory.</summary>
internal static class StartAndMemory
{
    private const string Name = "own-database";
    private const int Starts = 3;
    private const int Requests = 1000;
    private const double SecondsAllowed = 3;
    private const double MegabytesAllowed = 200;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    private static readonly IReadOnlyList<string> Pages =
    [
        "/", "/services", "/services/talent-recognition", "/services/talent-consultation", "/services/talent-recognition/check",
        "/notices", "/recognitions", "/privacy", "/account/signin", "/account/register",
    ];

    /// <summary>From the start of the process to its first whole page.</summary>
    /// <returns>The seconds allowed over those taken, the middle one of several starts.</returns>
    public static async Task<double> StartAsync(Bench bench)
    {
        await bench.EndAsync(await bench.StartPortalAsync(Name));
        var taken = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            var (portal, seconds) = await StartPortalAsync(bench);
            taken.Add(seconds);
            await bench.EndAsync(portal);
        }

        var median = taken.Order().ElementAt(Starts / 2);
        Bench.Say(string.Create(CultureInfo.InvariantCulture, $"first page {median:0.00} s after the start of the process, {SecondsAllowed:0.00} s allowed"));
        return SecondsAllowed / median;
    }

    /// <summary>What the portal's process holds a minute after a thousand requests.</summary>
    /// <returns>The megabytes allowed over those held.</returns>
    public static async Task<double> MemoryAsync(Bench bench)
    {
        var (portal, _) = await StartPortalAsync(bench);
        LoadDriver.Each(portal.Url!, Requests, number => HttpLine.Request("GET", Pages[number % Pages.Count]), expected: 200, (_, _) => { });
        await Task.Delay(Rest);
        var megabytes = portal.MemoryHeld / 1024.0 / 1024.0;
        await bench.EndAsync(portal);
        Bench.Say(string.Create(CultureInfo.InvariantCulture,
            $"{megabytes:0} MB held {Rest.TotalSeconds:0} s after {Requests:N0} requests, {MegabytesAllowed:0} MB allowed"));
        return MegabytesAllowed / megabytes;
    }

    private static async Task<(PortalProcess Portal, double Seconds)> StartPortalAsync(Bench bench)
    {
        var started = Stopwatch.GetTimestamp();
        var portal = await bench.StartPortalAsync(Name);
        using var line = new HttpLine(portal.Url!);
        if (line.Send(HttpLine.Request("GET", "/")) != 200) throw new InvalidOperationException("The first page was not answered.");
        return (portal, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }
}
