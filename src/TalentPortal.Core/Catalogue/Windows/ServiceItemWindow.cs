using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Catalogue.Windows;

/// <summary>When applications are taken. No period at all means always.</summary>
/// <param name="Periods">Single periods.</param>
/// <param name="Yearly">Periods that return each year.</param>
public sealed record ServiceItemWindow(IReadOnlyList<OpenPeriod> Periods, IReadOnlyList<YearlyPeriod> Yearly)
{
    /// <summary>Open always.</summary>
    public static ServiceItemWindow Always { get; } = new([], []);

    /// <summary>Whether an application may be submitted on this local date, and if not, when next.</summary>
    public Result CheckOpen(DateOnly on)
    {
        if (Periods.Count == 0 && Yearly.Count == 0) return Result.Success;
        if (PeriodsAround(on).Any(p => p.Contains(on))) return Result.Success;
        var next = PeriodsAround(on).Where(p => p.From > on).Select(p => (DateOnly?)p.From).Min();
        return next is { } opensOn ? new ServiceItemNotYetOpen(opensOn) : new ServiceItemClosed();
    }

    /// <summary>The last day of the open period around this date; null when it is always open or not open at all.</summary>
    public DateOnly? ClosesOn(DateOnly on) =>
        PeriodsAround(on).Where(p => p.Contains(on)).Select(p => (DateOnly?)p.To).Max();

    private IEnumerable<OpenPeriod> PeriodsAround(DateOnly on) =>
        Periods.Concat(Yearly.SelectMany(y => Enumerable.Range(-1, 3).Select(offset => y.In(on.Year + offset))));
}
