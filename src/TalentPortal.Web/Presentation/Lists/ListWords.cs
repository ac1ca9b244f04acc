using System.Globalization;
using Microsoft.Extensions.Localization;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Presentation.Lists;

/// <summary>How a list's values are written: for the page, and for a sheet.</summary>
/// <param name="Texts">The reader's texts.</param>
/// <param name="Display">The reader's formats.</param>
/// <param name="Zone">The portal's time zone.</param>
internal sealed record ListWords(IStringLocalizer Texts, DisplayFormat Display, TimeZoneInfo Zone)
{
    private const string Nothing = "—";

    /// <summary>A value in a table of a page.</summary>
    public string OnPage(object? value) => value switch
    {
        null or "" => Nothing,
        DateOnly day => Display.ShortDate(day),
        DateTimeOffset at => Display.ShortDate(at),
        int number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => Display.Number(number),
        Enum member => Texts.Of(member),
        _ => value.ToString() ?? Nothing,
    };

    /// <summary>A value in a sheet: days, instants and numbers keep their type, everything else is words.</summary>
    public object? InSheet(object? value) => value switch
    {
        null or int or decimal or DateOnly => value,
        DateTimeOffset at => TimeZoneInfo.ConvertTime(at, Zone).DateTime,
        Enum member => Texts.Of(member),
        _ => value.ToString(),
    };
}
