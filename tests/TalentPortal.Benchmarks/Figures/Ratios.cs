using System.Globalization;

namespace TalentPortal.Benchmarks.Figures;

/// <summary>Two rates of one machine, taken by turns.</summary>
internal static class Ratios
{
    /// <summary>Takes both rates so many times, one right after the other, and hands back the middle one of the ratios.</summary>
    public static double Ratio(this int rounds, string what, Func<double> rate, string yardstick, Func<double> yardstickRate)
    {
        var ratios = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            var (one, other) = (rate(), yardstickRate());
            ratios.Add(one / other);
            Bench.Say(string.Create(CultureInfo.InvariantCulture,
                $"{what} {one:N0}/s, {yardstick} {other:N0}/s, ratio {one / other:0.00}"));
        }

        return ratios.Order().ElementAt(rounds / 2);
    }
}
