using TalentPortal.Benchmarks.BarePage;
using TalentPortal.Benchmarks.Load;

namespace TalentPortal.Benchmarks.Figures;

/// <summary>The guide of a service item against a bare Razor page, by turns, with the same driver.</summary>
internal static class GuidePage
{
    private const string Guide = "/services/talent-recognition";
    private const int Rounds = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    /// <summary>Measures.</summary>
    /// <returns>The guide's requests a second over the bare page's.</returns>
    public static async Task<double> RunAsync(Bench bench)
    {
        var portal = await bench.StartPortalAsync("guide");
        using var bare = await BareProcess.StartAsync();
        try
        {
            var (guidePage, barePage) = (HttpLine.Request("GET", Guide), HttpLine.Request("GET", BarePageServer.Path));
            LoadDriver.Repeat(bare.Url, barePage, WarmUp);
            LoadDriver.Repeat(portal.Url!, guidePage, WarmUp);
            return Rounds.Ratio("guide page", () => LoadDriver.Repeat(portal.Url!, guidePage, Turn),
                "bare Razor page", () => LoadDriver.Repeat(bare.Url, barePage, Turn));
        }
        finally
        {
            await bench.EndAsync(portal);
        }
    }
}
