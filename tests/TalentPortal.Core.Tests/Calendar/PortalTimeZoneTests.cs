using TalentPortal.Core.Calendar;
using TalentPortal.TestCommon;
using Xunit;

namespace TalentPortal.Core.Tests.Calendar;

public sealed class PortalTimeZoneTests
{
    private static readonly DateTimeOffset BeforeMidnight = new(2026, 4, 8, 15, 59, 59, TimeSpan.Zero);

    [Fact]
    public void Today_FollowsShanghai()
    {
        var clock = new TestClock(BeforeMidnight);
        var zone = new PortalTimeZone(clock);

        Assert.Equal(new DateOnly(2026, 4, 8), zone.Today);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new DateOnly(2026, 4, 9), zone.Today);
        Assert.Equal(TimeSpan.FromHours(8), zone.Local(zone.Now).Offset);
    }

    [Fact]
    public void StartOf_IsLocalMidnightInUtc()
    {
        var start = new PortalTimeZone(TimeProvider.System).StartOf(new DateOnly(2026, 4, 9));

        Assert.Equal(new DateTimeOffset(2026, 4, 8, 16, 0, 0, TimeSpan.Zero), start);
        Assert.Equal(TimeSpan.Zero, start.Offset);
    }

    /// <summary>Summer time in Beirut begins at midnight: that date has no 00:00.</summary>
    [Fact]
    public void StartOf_NoMidnight_TakesTheFirstMoment()
    {
        var zone = new PortalTimeZone(TimeProvider.System, "Asia/Beirut");

        Assert.Equal(new DateOnly(2024, 3, 31), zone.DateOf(zone.StartOf(new DateOnly(2024, 3, 31))));
    }
}
