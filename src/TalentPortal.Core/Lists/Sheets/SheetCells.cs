using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TalentPortal.Core.Lists.Sheets;

/// <summary>Makes cells: words are text by type, so that nothing typed by an applicant is ever run as a formula.</summary>
internal static class SheetCells
{
    private const int LongestText = 32767;

    // Day 0 of the sheet's calendar, with its leap day that never was.
    private static readonly DateTime FirstDay = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The cell of a value; null for none.</summary>
    public static Cell? Make(object? value, string reference, uint? style) => value switch
    {
        null or "" => null,
        int or long or decimal => Number(Convert.ToString(value, CultureInfo.InvariantCulture)!, reference, style ?? SheetStyles.Number),
        DateOnly day => Number(Serial(day.ToDateTime(TimeOnly.MinValue)), reference, style ?? SheetStyles.Day),
        DateTime local => Number(Serial(local), reference, style ?? SheetStyles.Instant),
        _ => Text(value.ToString() ?? "", reference, style ?? SheetStyles.Text),
    };

    /// <summary>The letters of a column: 1 is A, 27 is AA.</summary>
    public static string Name(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26) name = (char)('A' + ((column - 1) % 26)) + name;
        return name;
    }

    /// <summary>Without what a sheet's file cannot hold.</summary>
    public static string Clean(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => !rune.IsBmp || (XmlConvert.IsXmlChar((char)rune.Value) && rune.Value is not '\r')).Select(rune => rune.ToString()));

    private static string Serial(DateTime local) => (local - FirstDay).TotalDays.ToString("0.##########", CultureInfo.InvariantCulture);

    private static Cell Number(string value, string reference, uint style) =>
        new() { CellReference = reference, StyleIndex = style, DataType = CellValues.Number, CellValue = new CellValue(value) };

    private static Cell Text(string text, string reference, uint style)
    {
        var clean = Clean(text);
        return new Cell
        {
            CellReference = reference,
            StyleIndex = style,
            DataType = CellValues.InlineString,
            InlineString = new InlineString(
                new Text(clean.Length <= LongestText ? clean : clean[..LongestText]) { Space = SpaceProcessingModeValues.Preserve }),
        };
    }
}
