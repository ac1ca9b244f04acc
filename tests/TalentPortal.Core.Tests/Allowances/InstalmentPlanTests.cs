using System.Globalization;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.TalentCards.Benefits;
using Xunit;

namespace TalentPortal.Core.Tests.Allowances;

/// <summary>When an allowance is paid, by month ends, leap years and periods that are not whole.</summary>
public sealed class InstalmentPlanTests
{
    [Theory]
    [InlineData(PartialPeriod.ProRata, "01-17..01-31 483.87|02-01..02-28 1000|03-01..03-10 322.58")]
    [InlineData(PartialPeriod.Whole, "01-17..01-31 1000|02-01..02-28 1000|03-01..03-10 1000")]
    [InlineData(PartialPeriod.None, "02-01..02-28 1000")]
    public void Month_FirstAndLastAreCut(PartialPeriod partial, string expected) =>
        Assert.Equal(expected, Shown(Terms(BenefitPeriod.Month, "2026-01-17", "2026-03-10", partial), "2026-12-31"));

    [Theory]
    [InlineData("2024-02-01", "02-01..02-29 1000|03-01..03-31 1000")]
    [InlineData("2026-02-28", "02-28..02-28 35.71|03-01..03-31 1000")]
    [InlineData("2026-03-31", "03-31..03-31 32.26")]
    public void Month_EndsAndLeapYears(string from, string expected) =>
        Assert.Equal(expected, Shown(Terms(BenefitPeriod.Month, from, until: null), from[..4] + "-03-31"));

    [Fact]
    public void Quarter_IsTheCalendars() => Assert.Equal("02-10..03-31 555.56|04-01..06-30 1000|07-01..09-30 1000",
        Shown(Terms(BenefitPeriod.Quarter, "2026-02-10", until: null), "2026-07-01"));

    [Fact]
    public void Year_CountsFromTheFirstDay_OfALeapDayToo()
    {
        var plan = InstalmentPlan.Of(Terms(BenefitPeriod.Year, "2024-02-29", until: null), new DateOnly(2029, 1, 1));
        Assert.Equal(["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"], plan.Select(one => one.From.ToString("O", CultureInfo.InvariantCulture)));
        Assert.Equal(["2025-02-27", "2026-02-27", "2027-02-27", "2028-02-28", "2029-02-27"], plan.Select(one => one.To.ToString("O", CultureInfo.InvariantCulture)));
        Assert.All(plan, one => Assert.True(one is { IsWhole: true, Amount: 1000 }));
    }

    [Fact]
    public void EveryOther_TakesTwoPeriodsAtOnce() => Assert.Equal("01-01..02-28 1000|03-01..04-30 1000",
        Shown(Terms(BenefitPeriod.Month, "2026-01-01", until: null) with { Every = 2 }, "2026-03-01"));

    [Fact]
    public void Once_ComesOnTheFirstDay()
    {
        Assert.Equal("05-09..05-09 1000", Shown(Terms(period: null, "2026-05-09", until: null), "2031-01-01"));
        Assert.Equal("", Shown(Terms(period: null, "2026-05-09", until: null), "2026-05-08"));
    }

    [Theory]
    [InlineData("2026-01-16")]
    [InlineData("2025-01-01")]
    public void EndedBeforeItBegan_NothingIsPaid(string until) =>
        Assert.Equal("", Shown(Terms(BenefitPeriod.Month, "2026-01-17", until, PartialPeriod.Whole), "2027-01-01"));

    [Fact]
    public void Properties_HoldForAnyTerms()
    {
        var random = new Random(20260101);
        for (var round = 0; round < 2000; round++)
        {
            var from = new DateOnly(2020, 1, 1).AddDays(random.Next(4000));
            var terms = new InstalmentTerms(random.Next(1, 500_000) / 100m, random.Next(4) switch { 0 => null, 1 => BenefitPeriod.Year, 2 => BenefitPeriod.Quarter, _ => BenefitPeriod.Month },
                random.Next(1, 4), from, random.Next(2) == 0 ? null : from.AddDays(random.Next(-5, 1500)), (PartialPeriod)random.Next(3));
            var by = from.AddDays(random.Next(-10, 2000));
            var plan = InstalmentPlan.Of(terms, by);
            AssertHolds(terms, by, plan);
        }
    }

    [Theory]
    [InlineData(PartialPeriod.ProRata, "01-17..01-31 483.87|02-01..02-28 607.14|04-01..04-10 200")]
    [InlineData(PartialPeriod.Whole, "01-17..01-31 1000|02-01..02-28 607.14|04-01..04-10 600")]
    [InlineData(PartialPeriod.None, "02-01..02-28 607.14")]
    public void Rests_AreLeftOutByTheDay_AndAPeriodOfThemAloneIsNone(PartialPeriod partial, string expected) =>
        Assert.Equal(expected, Shown(Terms(BenefitPeriod.Month, "2026-01-17", "2026-04-10", partial) with
        {
            Rests = [new RestingDays(Day("2025-12-01"), Day("2026-01-10")), new RestingDays(Day("2026-02-18"), Day("2026-04-04"))],
        }, "2026-12-31"));

    [Fact]
    public void Rests_ThatGoOn_LeaveNothingAfter() => Assert.Equal("01-01..01-31 645.16",
        Shown(Terms(BenefitPeriod.Month, "2026-01-01", until: null) with { Rests = [new RestingDays(Day("2026-01-21"), To: null)] }, "2026-12-31"));

    private static void AssertHolds(InstalmentTerms terms, DateOnly by, IReadOnlyList<Instalment> plan)
    {
        Assert.All(plan, one => Assert.True(one.From >= terms.From && one.From <= one.To && one.From <= by && !(one.To > terms.Until)));
        Assert.All(plan, one => Assert.True(one.Amount > 0 && one.Amount <= terms.Amount && decimal.Round(one.Amount, 2) == one.Amount));
        Assert.All(plan.Where(one => one.IsWhole), one => Assert.Equal(terms.Amount, one.Amount));
        // Periods follow each other without a gap, only the first and the last are cut, and a later end changes no earlier instalment.
        Assert.All(plan.Zip(plan.Skip(1)), pair => Assert.True(pair.Second.From == pair.First.To.AddDays(1)));
        Assert.All(plan.Skip(1).SkipLast(1), one => Assert.True(one.IsWhole));
        if (terms.Until is null || plan.Count == 0) return;
        // An end changes the period that it lies in and no other: what is paid of that one is not more than the whole is worth.
        var longer = InstalmentPlan.Of(terms with { Until = null }, by).ToDictionary(one => one.From);
        Assert.All(plan, one => Assert.True(longer[one.From] is var whole
            && (one.To == whole.To ? one == whole : one.To == terms.Until && one.To < whole.To && one.Amount <= whole.Amount)));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static InstalmentTerms Terms(BenefitPeriod? period, string from, string? until, PartialPeriod partial = PartialPeriod.ProRata) =>
        new(1000, period, 1, Day(from), until is null ? null : Day(until), partial);

    private static string Shown(InstalmentTerms terms, string begunBy) => string.Join('|', InstalmentPlan.Of(terms, Day(begunBy))
        .Select(one => FormattableString.Invariant($"{one.From:MM-dd}..{one.To:MM-dd} {one.Amount:0.##}")));
}
