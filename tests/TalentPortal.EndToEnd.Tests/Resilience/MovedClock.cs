using System.Globalization;
using TalentPortal.TestCommon.Databases;

namespace TalentPortal.EndToEnd.Tests.Resilience;

/// <summary>The clock of portals in Development, moved in their database; each portal follows within a second.</summary>
internal sealed class MovedClock(TestDatabase database)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private TimeSpan offset;

    /// <summary>What the portals' clocks say.</summary>
    public DateTimeOffset Now => TimeProvider.System.GetUtcNow() + offset;

    /// <summary>Moves it on.</summary>
    public async Task MoveAsync(TimeSpan by)
    {
        offset += by;
        await database.ScalarAsync(
            """
            insert into portal_settings (key, value, changed_at) values ('development-clock-offset-seconds', $1, $2)
            on conflict (key) do update set value = excluded.value
            """, ((long)offset.TotalSeconds).ToString(CultureInfo.InvariantCulture), TimeProvider.System.GetUtcNow());
    }

    /// <summary>Looks until the portals have come so far.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await holds()) await timer.WaitForNextTickAsync(limit.Token);
    }
}
