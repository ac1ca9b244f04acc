using System.Globalization;
using System.Runtime.InteropServices;

namespace TalentPortal.Core.Indicators.Ratings;

/// <summary>A quarter of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Number">1 to 4.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Quarter(int Year, int Number)
{
    /// <summary>Its first day.</summary>
    public DateOnly From => new(Year, (Number * 3) - 2, 1);

    /// <summary>Its last day.</summary>
    public DateOnly To => From.AddMonths(3).AddDays(-1);

    /// <summary>The one before.</summary>
    public Quarter Before => Of(From.AddDays(-1));

    /// <summary>That of a day.</summary>
    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>Reads <c>2026Q1</c>; null where it is none.</summary>
    public static Quarter? Parse(string? text) => text is { Length: 6 } && char.ToUpperInvariant(text[4]) == 'Q'
        && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2999
        && text[5] is >= '1' and <= '4' ? new Quarter(year, text[5] - '0') : null;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}Q{Number}");
}
