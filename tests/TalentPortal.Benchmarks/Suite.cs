using System.Globalization;
using System.Runtime.InteropServices;
using TalentPortal.Benchmarks.Figures;

namespace TalentPortal.Benchmarks;

/// <summary>
/// Takes every figure, or those named, and prints a line for each: <c>NAME ratio=… bar=… ok|short</c>. A ratio is good when it is at
/// least its bar. What was measured goes to the error stream.
/// </summary>
internal static class Suite
{
    private static readonly IReadOnlyList<Benchmark> All =
    [
        new("start", 1.0, StartAndMemory.StartAsync),
        new("memory", 1.0, StartAndMemory.MemoryAsync),
        new("guide", 0.3, GuidePage.RunAsync),
        new("submit", 0.25, Cases.SubmitAsync),
        new("decide", 0.25, Cases.DecideAsync),
        new("redeem", 0.25, Redemptions.RateAsync),
        new("redeem-p99", 1.0, Redemptions.SlowestAsync),
        // At most 1.5 times the time.
        new("inbox-scale", 0.67, Inbox.ScaleAsync),
        new("inbox", 0.5, Inbox.RunAsync),
        // At most one and a half times the database time of as many single decisions.
        new("batch", 1 / 1.5, Batches.RunAsync),
    ];

    /// <summary>Runs.</summary>
    /// <returns>The exit code: zero when every figure holds its bar.</returns>
    public static async Task<int> RunAsync(string[] names)
    {
        var unknown = names.Except(All.Select(benchmark => benchmark.Name), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            await Console.Error.WriteLineAsync($"There is no figure {string.Join(", ", unknown)}; there are {string.Join(", ", All.Select(one => one.Name))}.");
            return 2;
        }

        var isShort = false;
        await using var bench = new Bench();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => bench.Abandon(context));
        using var end = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => bench.Abandon(context));
        foreach (var benchmark in All.Where(benchmark => names.Length == 0 || names.Contains(benchmark.Name, StringComparer.Ordinal)))
            isShort |= !await RunAsync(benchmark, bench);
        return isShort ? 1 : 0;
    }

    private static async Task<bool> RunAsync(Benchmark benchmark, Bench bench)
    {
        double? ratio = null;
        try
        {
            ratio = await benchmark.MeasureAsync(bench);
        }
        catch (Exception failure)
        {
            Bench.Say($"{benchmark.Name} could not be measured: {failure.Message}");
        }

        var holds = ratio >= benchmark.Bar;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{benchmark.Name} ratio={ratio?.ToString("0.00", CultureInfo.InvariantCulture) ?? "none"} bar={benchmark.Bar:0.00} {(holds ? "ok" : "short")}"));
        return holds;
    }

    private sealed record Benchmark(string Name, double Bar, Func<Bench, Task<double>> MeasureAsync);
}
