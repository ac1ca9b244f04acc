using System.Globalization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Reminders;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.TestCommon;
using Xunit;

namespace TalentPortal.Core.Tests.Reviews;

/// <summary>When reminders may go out, on the official calendar of 2026.</summary>
public sealed class ReminderTimesTests
{
    private static readonly PortalTimeZone Zone = new(new TestClock());

    private static readonly ReminderTimes Times = new(
        WorkingCalendar.Load(SeedFolder.Default.PathOf("seed-data/calendars")), Zone,
        ParameterTable.Load(SeedFolder.Default.PathOf("seed-data/parameters")));

    [Theory]
    [InlineData("2026-03-06T16:40", "2026-03-11T09:00")]
    [InlineData("2026-04-29T10:00", "2026-05-07T09:00")]
    [InlineData("2026-02-12T10:00", "2026-02-24T09:00")]
    public void First_CountsWorkingDaysOverHolidays(string given, string first) =>
        Assert.Equal(first, Shown(Times.First("joint.reminder", Moment(given))));

    [Theory]
    [InlineData("2026-03-11T08:59", "2026-03-11T09:00")]
    [InlineData("2026-03-11T09:00", null)]
    [InlineData("2026-03-11T16:59", null)]
    [InlineData("2026-03-11T17:00", "2026-03-12T09:00")]
    [InlineData("2026-03-13T23:30", "2026-03-16T09:00")]
    [InlineData("2026-03-14T11:00", "2026-03-16T09:00")]
    [InlineData("2026-05-02T11:00", "2026-05-06T09:00")]
    [InlineData("2026-05-09T11:00", null)]
    public void PutOff_NightWeekendAndHoliday_GivesTheNextOfficeHour(string at, string? later) =>
        Assert.Equal(later, Times.PutOff(Moment(at)) is { } moment ? Shown(moment) : null);

    private static DateTimeOffset Moment(string local) =>
        new(DateTime.ParseExact(local, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    private static string Shown(DateTimeOffset at) => Zone.Local(at).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
