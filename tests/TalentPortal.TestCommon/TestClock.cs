namespace TalentPortal.TestCommon;

/// <summary>A clock that stands still until a test moves it. Timers made from it run by the machine's clock.</summary>
/// <param name="start">Where it begins; without it, Monday 2 March 2026, nine in the morning in Yanshan.</param>
public sealed class TestClock(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock turning = new();
    private DateTimeOffset now = (start ?? new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero)).ToUniversalTime();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (turning) return now;
    }

    /// <summary>Lets this much time pass.</summary>
    public void Advance(TimeSpan by)
    {
        lock (turning) now += by;
    }

    /// <summary>Sets the clock to a moment, before or after.</summary>
    public void Set(DateTimeOffset moment)
    {
        lock (turning) now = moment.ToUniversalTime();
    }
}
