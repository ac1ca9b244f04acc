using System.Globalization;

namespace TalentPortal.Benchmarks.Figures;

/// <summary>A venue scans cards: against the same rows written by pgbench, and how long its people wait.</summary>
internal static class Redemptions
{
    private const int Rounds = 3;
    private const int Racers = 200;
    private const double MillisecondsAllowed = 150;

    /// <summary>Uses a second over pgbench's; before it, many clients run for the last of a quota.</summary>
    /// <exception cref="InvalidOperationException">More or fewer were served than were left.</exception>
    public static async Task<double> RateAsync(Bench bench)
    {
        var cards = await bench.CardsAsync();
        var served = cards.Race(Racers);
        Bench.Say($"{Racers} clients for the last {CardMaker.Left} of a quota: {served} served");
        if (served != CardMaker.Left) throw new InvalidOperationException($"{served} were served of {CardMaker.Left} that were left.");
        return Rounds.Ratio("redeem", cards.RedeemRound, "pgbench", cards.RedeemYardstick);
    }

    /// <summary>The time allowed over that within which 99 of 100 uses were answered.</summary>
    public static async Task<double> SlowestAsync(Bench bench)
    {
        var cards = await bench.CardsAsync();
        var times = cards.Latencies.Order().ToList();
        var slow = times[(int)(times.Count * 0.99)].TotalMilliseconds;
        Bench.Say(string.Create(CultureInfo.InvariantCulture, $"99 of 100 uses answered within {slow:0.0} ms, {MillisecondsAllowed:0} ms allowed"));
        return MillisecondsAllowed / slow;
    }
}
