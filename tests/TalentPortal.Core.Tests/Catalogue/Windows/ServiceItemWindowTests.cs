using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Windows;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue.Windows;

public sealed class ServiceItemWindowTests
{
    private static readonly ServiceItemWindow Window = SeedItems.Everything.Window;

    [Theory]
    [InlineData("2026-02-01", true)]
    [InlineData("2026-02-10", true)]
    [InlineData("2026-02-11", false)]
    [InlineData("2027-02-05", false)]
    [InlineData("2026-03-01", true)]
    [InlineData("2031-05-31", true)]
    [InlineData("2026-06-01", false)]
    [InlineData("2026-12-15", true)]
    [InlineData("2027-01-15", true)]
    [InlineData("2027-01-16", false)]
    public void CheckOpen_Day_FollowsThePeriods(string on, bool open) =>
        Assert.Equal(open, Window.CheckOpen(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)).Succeeded);

    [Fact]
    public void CheckOpen_BetweenPeriods_TellsTheNext()
    {
        Assert.Equal(new ServiceItemNotYetOpen(new DateOnly(2026, 12, 15)), Window.CheckOpen(new DateOnly(2026, 6, 1)).Refusal);
        Assert.Equal(new DateOnly(2027, 1, 15), Window.ClosesOn(new DateOnly(2026, 12, 20)));
    }

    [Fact]
    public void CheckOpen_AfterTheLastPeriod_IsClosed()
    {
        var once = new ServiceItemWindow([new OpenPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2))], []);

        Assert.Equal(new ServiceItemClosed(), once.CheckOpen(new DateOnly(2026, 1, 3)).Refusal);
        Assert.True(ServiceItemWindow.Always.CheckOpen(DateOnly.MaxValue.AddYears(-2)).Succeeded);
        Assert.Null(ServiceItemWindow.Always.ClosesOn(new DateOnly(2026, 1, 1)));
    }
}
