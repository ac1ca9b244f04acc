namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>What a benefit gives before and after a change of level or catalogue.</summary>
/// <param name="Benefit">The benefit, as it reads after; as before where it is gone.</param>
/// <param name="Before">What it gave; null for nothing.</param>
/// <param name="After">What it gives; null for nothing.</param>
public sealed record BenefitDifference(Benefit Benefit, BenefitEntitlement? Before, BenefitEntitlement? After)
{
    /// <summary>Whether the holder has less of it; false where it is the same or cannot be compared.</summary>
    public bool IsLess => After is null || (Before is not null && Worth(After) < Worth(Before));

    /// <summary>Whether the holder has more of it.</summary>
    public bool IsMore => Before is null || (After is not null && Worth(After) > Worth(Before));

    /// <summary>All benefits that differ, in the order of the later list.</summary>
    public static IReadOnlyList<BenefitDifference> Between(
        IReadOnlyList<BenefitEntitlement> before, IReadOnlyList<BenefitEntitlement> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var now = after.Select(one => new BenefitDifference(
            one.Benefit, before.FirstOrDefault(was => was.Benefit.Code == one.Benefit.Code), one));
        var gone = before.Where(was => after.All(one => one.Benefit.Code != was.Benefit.Code))
            .Select(was => new BenefitDifference(was.Benefit, was, null));
        return [.. now.Where(one => one.Before is null || IsOther(one.Before, one.After!)), .. gone];
    }

    private static bool IsOther(BenefitEntitlement before, BenefitEntitlement after) =>
        (before.Value, before.Unit, before.Every, before.Benefit.Period) != (after.Value, after.Unit, after.Every, after.Benefit.Period);

    /// <summary>How much a year gives: no limit is the most, and what is left to pay counts the other way round.</summary>
    private static decimal Worth(BenefitEntitlement given) => (given.Benefit.Kind, given.Value) switch
    {
        (BenefitKind.Count, null) => decimal.MaxValue,
        (BenefitKind.Discount, { } percent) => -percent,
        (_, { } value) => value * PeriodsAYear(given.Benefit.Period) / given.Every,
        _ => 0,
    };

    private static int PeriodsAYear(BenefitPeriod? period) => period switch
    {
        BenefitPeriod.Month => 12,
        BenefitPeriod.Quarter => 4,
        _ => 1,
    };
}
