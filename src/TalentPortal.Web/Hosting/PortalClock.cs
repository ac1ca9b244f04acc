namespace TalentPortal.Web.Hosting;

/// <summary>
/// The portal's clock in Development: the machine's, moved by an offset that all portals on one database share, so that a case can
/// be played through its notices. Timers and timestamps stay the machine's.
/// </summary>
/// <param name="machine">The clock that is moved.</param>
public sealed class PortalClock(TimeProvider machine) : TimeProvider
{
    private long offsetTicks;

    /// <summary>The clock that is moved.</summary>
    public TimeProvider Machine => machine;

    /// <summary>By how much; zero at first.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));
        set => Interlocked.Exchange(ref offsetTicks, value.Ticks);
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Offset;

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <inheritdoc />
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc />
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);
}
