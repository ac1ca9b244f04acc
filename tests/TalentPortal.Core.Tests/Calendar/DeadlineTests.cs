using TalentPortal.Core.Calendar;
using Xunit;

namespace TalentPortal.Core.Tests.Calendar;

/// <summary>April 2026: 4–6 off (Qingming), then Monday to Friday worked; 1–5 May off, Saturday 9 May worked.</summary>
public sealed class DeadlineTests
{
    private static readonly ClockTerms Ten = new() { StartsOn = April(7), WorkingDays = 10 };

    [Fact]
    public void Compute_NoStop_CountsFromTheDayAfter()
    {
        var deadline = Compute(Ten, April(9));

        Assert.Equal(April(21), deadline.DueOn);
        Assert.Equal((2, 8, Light.Green), (deadline.UsedWorkingDays, deadline.RemainingWorkingDays, deadline.Light));
        Assert.False(deadline.IsProvisional || deadline.IsEarliest || deadline.IsStopped);
    }

    [Theory]
    [InlineData(15, 4, Light.Green)]
    [InlineData(16, 3, Light.Yellow)]
    [InlineData(18, 2, Light.Yellow)]
    [InlineData(21, 0, Light.Yellow)]
    [InlineData(22, -1, Light.Red)]
    [InlineData(24, -3, Light.Red)]
    public void Compute_AsTimeGoes_TurnsYellowThenRed(int day, int remaining, Light light)
    {
        var deadline = Compute(Ten, April(day));

        Assert.Equal((remaining, light, April(21)), (deadline.RemainingWorkingDays, deadline.Light, deadline.DueOn));
    }

    [Fact]
    public void YellowFrom_IsTheFirstDayThatShowsYellow()
    {
        Assert.Equal(April(16), Deadline.YellowFrom(Ten, TestCalendars.National, TestCalendars.Lights, April(9)));
        var stop = new ClockStop(April(9), April(14), "supplement");
        Assert.Equal(April(21), Deadline.YellowFrom(Ten with { Stops = [stop] }, TestCalendars.National, TestCalendars.Lights, April(14)));
        Assert.Null(Deadline.YellowFrom(Ten with { WorkingDays = 0 }, TestCalendars.National, TestCalendars.Lights, April(9)));
    }

    [Theory]
    [InlineData(20, Light.Blue)]
    [InlineData(21, Light.Green)]
    [InlineData(22, Light.Red)]
    public void Compute_Done_ComparesWithTheDueDate(int endedOn, Light light)
    {
        var deadline = Compute(Ten with { EndedOn = April(endedOn) }, April(30));

        Assert.Equal(light, deadline.Light);
    }

    [Fact]
    public void Compute_ClosedStop_MovesTheDueDateByItsWorkingDays()
    {
        var stop = new ClockStop(April(9), April(14), "supplement"); // Thursday 9, Friday 10, Monday 13

        Assert.Equal(April(24), Compute(Ten with { Stops = [stop] }, April(20)).DueOn);
    }

    [Fact]
    public void Compute_OverlappingStops_CountOnce()
    {
        var whole = new ClockStop(April(9), April(14), "supplement");
        var part = new ClockStop(April(10), April(14), "expert-review");

        var deadline = Compute(Ten with { Stops = [whole, part, whole] }, April(10));

        Assert.Equal(April(24), deadline.DueOn);
        Assert.Equal(["expert-review", "supplement"], deadline.StopReasons);
        Assert.Equal(Light.Grey, deadline.Light);
    }

    [Fact]
    public void Compute_OpenStop_GivesTheEarliestDay()
    {
        var terms = Ten with { Stops = [new ClockStop(April(9), to: null, "supplement")] };

        var onTheTenth = Compute(terms, April(10));
        var onTheThirteenth = Compute(terms, April(13));

        Assert.True(onTheTenth.IsEarliest);
        Assert.Equal((1, April(23), Light.Grey), (onTheTenth.UsedWorkingDays, onTheTenth.DueOn, onTheTenth.Light));
        Assert.Equal((1, April(24)), (onTheThirteenth.UsedWorkingDays, onTheThirteenth.DueOn));
    }

    [Fact]
    public void Compute_StoppedAfterTheDueDate_StaysRed()
    {
        var deadline = Compute(Ten with { Stops = [new ClockStop(April(23), to: null, "supplement")] }, April(24));

        Assert.Equal((Light.Red, April(21), false), (deadline.Light, deadline.DueOn, deadline.IsEarliest));
    }

    [Fact]
    public void Compute_Extension_AddsWorkingDays()
    {
        var deadline = Compute(Ten with { ExtensionWorkingDays = 10 }, April(9));

        Assert.Equal((20, new DateOnly(2026, 5, 8)), (deadline.TotalWorkingDays, deadline.DueOn));
    }

    [Fact]
    public void Compute_NoDays_IsDueOnDayZero() => Assert.Equal(April(7), Compute(Ten with { WorkingDays = 0 }, April(7)).DueOn);

    [Fact]
    public void Compute_IntoUnknownYear_IsProvisional()
    {
        var start = new DateOnly(2026, 12, 30);

        Assert.True(Compute(new ClockTerms { StartsOn = start, WorkingDays = 5 }, start).IsProvisional);
        Assert.False(Compute(new ClockTerms { StartsOn = start, WorkingDays = 1 }, start).IsProvisional);
    }

    [Fact]
    public void Explain_TellsEachDay()
    {
        var terms = new ClockTerms { StartsOn = April(30), WorkingDays = 4, Stops = [new ClockStop(May(7), May(8), "site-check")] };

        var days = Deadline.Explain(terms, TestCalendars.National, April(30));

        Assert.Equal(
            [
                (ClockDayKind.Start, 0), (ClockDayKind.Holiday, 0), (ClockDayKind.Holiday, 0), (ClockDayKind.Holiday, 0),
                (ClockDayKind.Holiday, 0), (ClockDayKind.Holiday, 0), (ClockDayKind.Counted, 1), (ClockDayKind.Stopped, 1),
                (ClockDayKind.Counted, 2), (ClockDayKind.CountedMadeUp, 3), (ClockDayKind.Weekend, 3), (ClockDayKind.Counted, 4),
            ],
            days.Select(d => (d.Kind, d.UsedWorkingDays)));
        Assert.Equal(May(11), days[^1].On);
        Assert.Equal(["site-check"], days[7].StopReasons);
        Assert.Equal("Labour Day", days[1].Holiday?.En);
    }

    [Fact]
    public void Explain_Overdue_GoesOnToToday() =>
        Assert.Equal(April(23), Deadline.Explain(Ten, TestCalendars.National, April(23))[^1].On);

    [Fact]
    public void ClockTerms_Negative_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Ten with { WorkingDays = -1 });
        Assert.Throws<ArgumentException>(() => new ClockStop(April(9), April(8), "supplement"));
    }

    private static Deadline Compute(ClockTerms terms, DateOnly today) =>
        Deadline.Compute(terms, TestCalendars.National, TestCalendars.Lights, today);

    private static DateOnly April(int day) => new(2026, 4, day);

    private static DateOnly May(int day) => new(2026, 5, day);
}
