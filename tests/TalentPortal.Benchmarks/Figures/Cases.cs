namespace TalentPortal.Benchmarks.Figures;

/// <summary>Handing in and deciding over the API against the same rows written by pgbench.</summary>
internal static class Cases
{
    private const int Rounds = 3;

    /// <summary>Applications handed in.</summary>
    public static async Task<double> SubmitAsync(Bench bench)
    {
        var cases = await bench.CasesAsync();
        return Rounds.Ratio("submit", cases.SubmitRound, "pgbench", cases.SubmitYardstick);
    }

    /// <summary>Decisions of the first step.</summary>
    public static async Task<double> DecideAsync(Bench bench)
    {
        var cases = await bench.CasesAsync();
        return Rounds.Ratio("decide", cases.DecideRound, "pgbench", cases.DecideYardstick);
    }
}
