namespace TalentPortal.Core.Allowances;

/// <summary>
/// Days on which a card gave nothing because it was suspended or had expired. They are not paid, whenever they are looked at.
/// </summary>
/// <param name="From">The first.</param>
/// <param name="To">The last; null while they go on.</param>
public sealed record RestingDays(DateOnly From, DateOnly? To)
{
    /// <summary>How many of them lie in a period.</summary>
    public int Within(DateOnly from, DateOnly to)
    {
        var (first, last) = (From > from ? From : from, To is { } end && end < to ? end : to);
        return Math.Max(0, last.DayNumber - first.DayNumber + 1);
    }
}
