namespace TalentPortal.Core.Catalogue.Windows;

/// <summary>A period in local dates, both days included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, not before <paramref name="From"/>.</param>
public sealed record OpenPeriod(DateOnly From, DateOnly To)
{
    /// <summary>Whether the day lies in the period.</summary>
    public bool Contains(DateOnly on) => From <= on && on <= To;
}
