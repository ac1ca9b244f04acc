using TalentPortal.Core.Calendar;
using TalentPortal.Core.CalendarChanges;
using TalentPortal.Core.Tests.Calendar;
using Xunit;

namespace TalentPortal.Core.Tests.CalendarChanges;

/// <summary>Calendar years as they are typed in or pasted.</summary>
public sealed class CalendarTextTests
{
    [Fact]
    public void Read_OwnLines_GiveTheYearBack()
    {
        var year = TestCalendars.National.YearsOf("national").Single(one => one.Year == 2026);
        var read = CalendarText.Read(CalendarText.ToLines(year)).Value;
        Assert.Equal(2026, read.Year);
        Assert.Equal(year.Off, read.Off);
        Assert.Equal(year.Work.Order(), read.Work);
    }

    [Fact]
    public void Read_Json_AsInTheSeedData()
    {
        var year = CalendarText.Read("""{ "year": 2027, "off": [{ "from": "2027-01-01", "to": "2027-01-03", "zh": "元旦", "en": "New Year" }], "work": [] }""").Value;
        Assert.Equal(new DateOnly(2027, 1, 3), Assert.Single(year.Off).To);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("date,kind,zh,en\n2027-01-01,off,元旦,New Year\n2027-13-01,work", 3)]
    [InlineData("2027-01-01,off,元旦", 1)]
    [InlineData("2027-01-01,free,元旦,New Year", 1)]
    [InlineData("{\n \"year\": 2027,\n \"away\": [] }", 3)]
    public void Read_NoCalendar_NamesTheLine(string text, int line) =>
        Assert.Equal(line, Assert.IsType<CalendarUnreadable>(CalendarText.Read(text).Refusal).Line);

    [Theory]
    [InlineData("2027-01-01,off,a,a\n2028-01-01,off,b,b")]
    [InlineData("2027-01-01,off,a,a\n2027-01-01,off,b,b")]
    [InlineData("2027-01-04,work")]
    [InlineData("1027-01-02,work")]
    public void Read_ImpossibleDay_IsRefused(string text) => Assert.IsType<CalendarImpossible>(CalendarText.Read(text).Refusal);

    [Fact]
    public void With_AnotherYear_CountsByItAndLeavesTheFirstAlone()
    {
        var start = new DateOnly(2026, 12, 31);
        var year = CalendarText.Read("2027-01-01,off,a,a\n2027-01-02,off,a,a\n2027-01-03,off,a,a\n2027-01-09,work").Value;
        var then = TestCalendars.National.With(new RecordedYear("national", year));
        // Friday 1 January counts as long as nobody said that it is off.
        Assert.Equal(new WorkingDate(new DateOnly(2027, 1, 8), IsProvisional: true), TestCalendars.National.AddWorkingDays(start, 6));
        Assert.Equal(new WorkingDate(new DateOnly(2027, 1, 9), IsProvisional: false), then.AddWorkingDays(start, 6));
        Assert.False(TestCalendars.National.Knows(2027));
    }
}
