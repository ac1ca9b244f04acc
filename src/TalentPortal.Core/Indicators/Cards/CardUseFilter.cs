namespace TalentPortal.Core.Indicators.Cards;

/// <summary>Which uses are counted or listed.</summary>
/// <param name="From">First month, by its first day.</param>
/// <param name="To">Last month, by its first day.</param>
/// <param name="Venue">Code of the venue; null for all.</param>
/// <param name="Level">Code of the level; null for all.</param>
public sealed record CardUseFilter(DateOnly From, DateOnly To, string? Venue = null, string? Level = null)
{
    /// <summary>The months, by their first days.</summary>
    public IEnumerable<DateOnly> Months
    {
        get
        {
            for (var month = From; month <= To; month = month.AddMonths(1)) yield return month;
        }
    }
}
