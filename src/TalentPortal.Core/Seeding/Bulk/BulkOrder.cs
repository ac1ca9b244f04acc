namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>How many made-up cases are wanted.</summary>
/// <param name="Cases">Cases in all.</param>
/// <param name="OpenTasks">How many of them wait at a desk.</param>
/// <param name="Again">Whether to add to what an earlier run left.</param>
/// <param name="Places">Most towns and villages whose people hand cases in; fewer are made ready faster.</param>
public sealed record BulkOrder(int Cases, int OpenTasks, bool Again = false, int Places = 15)
{
    /// <summary>Most cases of one run.</summary>
    public const int MostCases = 10_000_000;
}

/// <summary>What a run came to.</summary>
/// <param name="Cases">Cases written.</param>
/// <param name="OpenTasks">Tasks that wait among them.</param>
/// <param name="Refusal">Why nothing was written; null when it was.</param>
public sealed record BulkResult(int Cases, int OpenTasks, string? Refusal = null);

/// <summary>
/// The portal's clock as bulk seeding moves it: the few real cases that all others are cast from are handed in and decided weeks ago.
/// </summary>
/// <param name="Get">By how much the clock is moved.</param>
/// <param name="Set">Moves it.</param>
public sealed record BulkClock(Func<TimeSpan> Get, Action<TimeSpan> Set);
