using TalentPortal.Core.TalentCards.Benefits;

namespace TalentPortal.Core.TalentCards.Dues;

/// <summary>
/// What of a card's benefits is due: it is given, it is applied for, and neither it nor one that excludes it is had or asked for. Pure.
/// </summary>
public static class DueRules
{
    /// <summary>The benefits, each with the way to apply for it.</summary>
    /// <param name="entitlements">What the card gives today.</param>
    /// <param name="standings">How its holder stands to each benefit.</param>
    /// <param name="routes">How benefits are applied for.</param>
    public static IReadOnlyList<(BenefitEntitlement Entitlement, BenefitRoute Route)> Of(
        IReadOnlyList<BenefitEntitlement> entitlements, IReadOnlyCollection<BenefitPerson> standings,
        IReadOnlyCollection<BenefitRoute> routes)
    {
        ArgumentNullException.ThrowIfNull(entitlements);
        var had = standings.Where(one => one.HasOrAsked).Select(one => one.Benefit).ToHashSet(StringComparer.Ordinal);
        var groups = entitlements.Where(one => had.Contains(one.Benefit.Code))
            .Select(one => one.Benefit.ExclusionGroup).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. from entitlement in entitlements
                   let benefit = entitlement.Benefit
                   where !had.Contains(benefit.Code) && (benefit.ExclusionGroup is null || !groups.Contains(benefit.ExclusionGroup))
                   from route in routes
                   where route.Benefit == benefit.Code
                   select (entitlement, route)];
    }
}
