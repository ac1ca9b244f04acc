namespace TalentPortal.Core.Cases;

/// <summary>PostgreSQL keeps microseconds: times are cut to them before they are compared or signed.</summary>
public static class MicroTime
{
    /// <summary>The same instant in UTC, without what the database would drop.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset at)
    {
        var ticks = at.UtcTicks;
        return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }
}
