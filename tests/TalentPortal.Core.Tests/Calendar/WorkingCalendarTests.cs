using FsCheck;
using FsCheck.Fluent;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using Xunit;

namespace TalentPortal.Core.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = TestCalendars.National;

    private static readonly Arbitrary<DateOnly> Dates =
        Gen.Choose(0, 1_600).Select(d => new DateOnly(2023, 6, 1).AddDays(d)).ToArbitrary();

    [Theory]
    [InlineData("2026-09-24", 5, "2026-10-09")]
    [InlineData("2026-02-13", 5, "2026-02-27")]
    [InlineData("2026-04-30", 20, "2026-06-01")]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-10-08", -1, "2026-09-30")]
    [InlineData("2026-04-04", 0, "2026-04-04")]
    public void AddWorkingDays_KnownVectors(string from, int workingDays, string expected) =>
        Assert.Equal(new WorkingDate(Date(expected), IsProvisional: false), Calendar.AddWorkingDays(Date(from), workingDays));

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void WorkingDaysBetween_WholeYear(int year, int expected) =>
        Assert.Equal(expected, Calendar.WorkingDaysBetween(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)));

    [Fact]
    public void AddWorkingDays_IntoUnknownYear_IsProvisionalAndCountsWeekdays()
    {
        Assert.False(Calendar.Knows(2027));
        Assert.Equal(new WorkingDate(Date("2027-01-01"), IsProvisional: true), Calendar.AddWorkingDays(Date("2026-12-31"), 1));
        Assert.Equal(new WorkingDate(Date("2026-12-31"), IsProvisional: false), Calendar.AddWorkingDays(Date("2026-12-30"), 1));
    }

    [Fact]
    public void Day_TellsWhy()
    {
        Assert.Equal(CalendarDayKind.MadeUpWorkday, Calendar.Day(new DateOnly(2026, 9, 20)).Kind);
        Assert.Equal(CalendarDayKind.Weekend, Calendar.Day(new DateOnly(2026, 9, 19)).Kind);
        Assert.Equal("Mid-Autumn Festival", Calendar.Day(new DateOnly(2026, 9, 25)).Holiday?.En);
        Assert.Equal(CalendarDayKind.Workday, Calendar.Day(new DateOnly(2026, 9, 24)).Kind);
    }

    [Fact]
    public void Load_RegionalLayer_TakesItsDaysOff()
    {
        var guangxi = WorkingCalendar.Load(TestCalendars.Folder, "guangxi");

        Assert.Equal(["national", "guangxi"], guangxi.Layers);
        Assert.True(Calendar.IsWorkingDay(new DateOnly(2026, 4, 20)));
        Assert.Equal(CalendarDayKind.Holiday, guangxi.Day(new DateOnly(2026, 4, 20)).Kind);
        Assert.False(guangxi.Knows(2027));
    }

    [Theory]
    [InlineData("2026-01-01", "2026-01-01", "2026-09-21", "work[0]")]
    [InlineData("2026-01-01", "2026-01-01", "2025-09-20", "work[0]")]
    [InlineData("2026-01-03", "2026-01-01", "2026-09-20", "off[0]")]
    [InlineData("2025-12-31", "2026-01-01", "2026-09-20", "off[0]")]
    [InlineData("2026-01-03", "2026-01-03", "2026-01-03", "work[0]")]
    public void From_ImpossibleDays_NamesThePlace(string from, string to, string work, string place)
    {
        var json = $$"""
            { "version": "1", "source": "s", "provenance": "public-data", "items": [
              { "year": 2026, "off": [{ "from": "{{from}}", "to": "{{to}}", "zh": "z", "en": "e" }], "work": ["{{work}}"] }] }
            """;

        var exception = Assert.Throws<SeedException>(() => WorkingCalendar.From(SeedFile.Parse<CalendarYear>("national.json", json)));

        Assert.Equal("$.items[0]." + place, Assert.Single(exception.Problems).Path);
    }

    [Fact]
    public void AddWorkingDays_ThenCount_GivesTheSameNumber() => Prop
        .ForAll(Dates, Gen.Choose(0, 80).ToArbitrary(), (from, n) =>
        {
            var to = Calendar.AddWorkingDays(from, n).On;
            return Calendar.WorkingDaysBetween(from, to) == n && (n == 0 || Calendar.IsWorkingDay(to));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void WorkingDaysBetween_Reversed_IsNegative() => Prop
        .ForAll(Dates, Dates, (one, other) => Calendar.WorkingDaysBetween(one, other) == -Calendar.WorkingDaysBetween(other, one))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void AddWorkingDays_MoreDays_IsLater() => Prop
        .ForAll(Dates, Gen.Choose(-60, 60).ToArbitrary(), (from, n) =>
            Calendar.AddWorkingDays(from, n).On < Calendar.AddWorkingDays(from, n + 1).On)
        .QuickCheckThrowOnFailure();

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
