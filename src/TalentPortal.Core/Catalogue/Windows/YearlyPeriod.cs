namespace TalentPortal.Core.Catalogue.Windows;

/// <summary>A period that returns each year, both days included; it may run over the new year (December to January).</summary>
/// <param name="FromMonth">Month of the first day, 1–12.</param>
/// <param name="FromDay">First day; never 29 February.</param>
/// <param name="ToMonth">Month of the last day, 1–12.</param>
/// <param name="ToDay">Last day; never 29 February.</param>
public sealed record YearlyPeriod(int FromMonth, int FromDay, int ToMonth, int ToDay)
{
    /// <summary>The period that begins in this year.</summary>
    public OpenPeriod In(int year)
    {
        var from = new DateOnly(year, FromMonth, FromDay);
        var to = new DateOnly(year, ToMonth, ToDay);
        return new OpenPeriod(from, to < from ? to.AddYears(1) : to);
    }
}
