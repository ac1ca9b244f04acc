using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Standards.Parameters;
using Xunit;

namespace TalentPortal.Core.Tests.Ratings;

/// <summary>Days of ratings, worked out by hand on the calendar of 2026 (OFF 2/15–23, 9/25–27, 10/1–7; worked 2/14, 2/28, 9/20, 10/10).</summary>
public sealed class RatingTermsTests
{
    private static readonly ParameterTable Parameters = ParameterTable.Load(SeedFolder.Default.PathOf("seed-data/parameters"));

    private static readonly RatingTerms Terms = new(Parameters,
        WorkingCalendar.Load(SeedFolder.Default.PathOf("seed-data/calendars"), "guangxi"));

    [Theory]
    [InlineData("2026-09-30", "2026-10-08")] // the day before the National Day week
    [InlineData("2026-11-20", "2026-11-23")] // a Friday
    [InlineData("2026-11-21", "2026-11-23")] // a Saturday
    [InlineData("2026-09-19", "2026-09-20")] // a Saturday before a Sunday that is worked
    [InlineData("2026-10-10", "2026-10-12")] // a Saturday that is worked
    public void ContactDueOn_IsTheNextWorkingDay(string rated, string due) => Assert.Equal(Day(due), Terms.ContactDueOn(Day(rated)));

    [Theory]
    // 28 29 30 September, 8 9 10 12 13 14 15 16 19 20 21 22 October.
    [InlineData("2026-09-24", "2026-10-22")]
    [InlineData("2026-11-02", "2026-11-23")]
    public void RectifyDueOn_IsFifteenWorkingDaysLater(string rated, string due) => Assert.Equal(Day(due), Terms.RectifyDueOn(Day(rated)));

    [Fact]
    // 14 24 25 26 27 28 February, 2 3 4 5 March.
    public void FollowUpUntil_IsTenWorkingDaysLater() => Assert.Equal(Day("2026-03-05"), Terms.FollowUpUntil(Day("2026-02-13")));

    [Fact]
    public void AppealUntil_IsTenWorkingDaysLater() => Assert.Equal(Day("2026-11-16"), Terms.AppealUntil(Day("2026-11-02")));

    [Fact]
    public void AnswerUntil_CountsPlainDays() => Assert.Equal(Day("2026-03-02"), Terms.AnswerUntil(Day("2026-01-31")));

    [Theory]
    [InlineData("2026-10-07", 1, Light.Yellow)] // the holidays use nothing up
    [InlineData("2026-10-08", 0, Light.Yellow)]
    [InlineData("2026-10-09", -1, Light.Red)]
    [InlineData("2026-10-12", -3, Light.Red)] // 9, 10 and 12
    public void Clock_OfAContact_RunsInWorkingDays(string today, int left, Light light)
    {
        var clock = Terms.Clock(RatingStatus.ToContact, Day("2026-09-30"), Day(today))!;
        Assert.Equal((left, light), (clock.RemainingWorkingDays, clock.Light));
    }

    [Theory]
    [InlineData(RatingStatus.Given)]
    [InlineData(RatingStatus.ToFollowUp)]
    [InlineData(RatingStatus.Closed)]
    public void Clock_WhereNoOfficeHasToAct_IsNone(RatingStatus status) => Assert.Null(Terms.Clock(status, Day("2026-09-30"), Day("2026-10-08")));

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
