using FsCheck;
using FsCheck.Fluent;
using TalentPortal.Core.Calendar;
using Xunit;

namespace TalentPortal.Core.Tests.Calendar;

public sealed class DeadlineProperties
{
    private static readonly DateOnly Origin = new(2025, 12, 1);
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly Gen<ClockStop> Stops =
        from start in Gen.Choose(-10, 90)
        from length in Gen.Choose(0, 20)
        from reason in Gen.Elements("supplement", "expert-review", "public-notice")
        select new ClockStop(Origin.AddDays(start), Origin.AddDays(start + length), reason);

    private static readonly Arbitrary<ClockTerms> Terms = (
        from start in Gen.Choose(0, 60)
        from days in Gen.Choose(1, 40)
        from stops in Gen.Choose(0, 5).SelectMany(n => Gen.ArrayOf(Stops, n))
        select new ClockTerms { StartsOn = Origin.AddDays(start), WorkingDays = days, Stops = stops }).ToArbitrary();

    [Fact]
    public void StopsReversedAndDoubled_ChangeNothing() => Prop
        .ForAll(Terms, terms =>
        {
            var (one, other) = (Compute(terms), Compute(terms with { Stops = [.. terms.Stops.Reverse(), .. terms.Stops] }));
            return one.DueOn == other.DueOn && one.UsedWorkingDays == other.UsedWorkingDays && one.Light == other.Light;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void StopCutInTwo_ChangesNothing() => Prop
        .ForAll(Terms, terms =>
        {
            var first = terms.Stops.Select(s => new ClockStop(s.From, Middle(s), s.Reason));
            var second = terms.Stops.Select(s => new ClockStop(Middle(s), s.To, s.Reason));
            return Compute(terms).DueOn == Compute(terms with { Stops = [.. first, .. second] }).DueOn;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void AnotherStop_NeverBringsTheDueDateForward() => Prop
        .ForAll(Terms, Stops.ToArbitrary(), (terms, stop) =>
            Compute(terms with { Stops = [.. terms.Stops, stop] }).DueOn >= Compute(terms).DueOn)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void OneMoreDay_IsLater() => Prop
        .ForAll(Terms, terms => Compute(terms with { WorkingDays = terms.WorkingDays + 1 }).DueOn > Compute(terms).DueOn)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void DueDate_IsAWorkingDayOutsideEveryStop() => Prop
        .ForAll(Terms, terms =>
        {
            var due = Compute(terms).DueOn;
            return TestCalendars.National.IsWorkingDay(due) && !terms.Stops.Any(s => s.Covers(due));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void WithoutStops_IsPlainAddition() => Prop
        .ForAll(Terms, terms =>
            Compute(terms with { Stops = [] }).DueOn == TestCalendars.National.AddWorkingDays(terms.StartsOn, terms.WorkingDays).On)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Explanation_AgreesWithTheDeadline() => Prop
        .ForAll(Terms, terms =>
        {
            var (deadline, days) = (Compute(terms), Deadline.Explain(terms, TestCalendars.National, Today));
            var counted = days.Where(d => d.Kind is ClockDayKind.Counted or ClockDayKind.CountedMadeUp).Select(d => d.On).ToList();
            return counted[terms.WorkingDays - 1] == deadline.DueOn
                && counted.Count(on => on <= Today) == deadline.UsedWorkingDays
                && days.Zip(days.Skip(1)).All(pair => pair.Second.On == pair.First.On.AddDays(1));
        })
        .QuickCheckThrowOnFailure();

    private static DateOnly Middle(ClockStop stop) => stop.From.AddDays((stop.To!.Value.DayNumber - stop.From.DayNumber) / 2);

    private static Deadline Compute(ClockTerms terms) => Deadline.Compute(terms, TestCalendars.National, TestCalendars.Lights, Today);
}
