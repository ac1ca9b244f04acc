using TalentPortal.Benchmarks.BarePage;
using TalentPortal.Benchmarks.Load;

namespace TalentPortal.Benchmarks.Figures;

/// <summary>
/// The talent office's inbox in a database with 100,000 open tasks of 1,000,000 cases, against one with 1,000 of 10,000, and against a
/// bare Razor list of 20 rows of the big database, by turns.
/// </summary>
internal static class Inbox
{
    private const string Officer = "office@demo";
    private const int FewCases = 10_000;
    private const int ManyCases = 1_000_000;
    private const int Rounds = 3;
    private const int TenthPage = 10;

    // Until the portal's code is compiled for good, which its yardstick's has been long before.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    private static readonly (string Name, string Path, int Page)[] Pages =
    [
        ("first page", "/officer?scope=Pool", 1),
        ("filtered page", "/officer?scope=Pool&step=answer&light=Yellow", 1),
        ("tenth page", "/officer?scope=Pool", TenthPage),
    ];

    /// <summary>How the time of a page grows with the number of cases.</summary>
    /// <returns>The time with few cases over the time with many, of the page that grows most.</returns>
    public static async Task<double> ScaleAsync(Bench bench)
    {
        var (few, many) = (await bench.InboxAsync("inbox-few", FewCases), await bench.InboxAsync("inbox-many", ManyCases));
        using var atFew = await SignedIn.AsAsync(few.Url, Officer);
        using var atMany = await SignedIn.AsAsync(many.Url, Officer);
        var worst = double.MaxValue;
        foreach (var (name, path, page) in Pages)
        {
            var (one, other) = (await atMany.RequestAsync(path, page), await atFew.RequestAsync(path, page));
            LoadDriver.Repeat(many.Url, one, WarmUp);
            LoadDriver.Repeat(few.Url, other, WarmUp);
            worst = Math.Min(worst, Rounds.Ratio($"{name} of {ManyCases:N0} cases", () => LoadDriver.Repeat(many.Url, one, Turn),
                $"of {FewCases:N0}", () => LoadDriver.Repeat(few.Url, other, Turn)));
        }

        return worst;
    }

    /// <summary>The first page with many cases.</summary>
    /// <returns>Its requests a second over the bare list's.</returns>
    public static async Task<double> RunAsync(Bench bench)
    {
        var many = await bench.InboxAsync("inbox-many", ManyCases);
        using var officer = await SignedIn.AsAsync(many.Url, Officer);
        var page = await officer.RequestAsync(Pages[0].Path, 1);
        using var bare = await BareProcess.StartAsync(many.Connection);
        var list = HttpLine.Request("GET", BarePageServer.ListPath);
        LoadDriver.Repeat(bare.Url, list, WarmUp);
        LoadDriver.Repeat(many.Url, page, WarmUp);
        return Rounds.Ratio("inbox", () => LoadDriver.Repeat(many.Url, page, Turn), "bare list", () => LoadDriver.Repeat(bare.Url, list, Turn));
    }
}
