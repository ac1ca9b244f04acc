using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TalentPortal.Core.Lists.Sheets;

/// <summary>How cells of a sheet look; the numbers are places in the list of <see cref="Make"/>.</summary>
internal static class SheetStyles
{
    /// <summary>Words: text even after somebody edits the cell.</summary>
    public const uint Text = 1;

    /// <summary>A number.</summary>
    public const uint Number = 2;

    /// <summary>A day.</summary>
    public const uint Day = 3;

    /// <summary>A day and a time of day.</summary>
    public const uint Instant = 4;

    /// <summary>The head of a column.</summary>
    public const uint Head = 5;

    /// <summary>The first line.</summary>
    public const uint Mark = 6;

    /// <summary>The second line.</summary>
    public const uint Note = 7;

    private const uint TextFormat = 49;
    private const uint DayFormat = 164;
    private const uint InstantFormat = 165;

    /// <summary>The styles of a workbook.</summary>
    public static Stylesheet Make() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy-mm-dd" },
            new NumberingFormat { NumberFormatId = InstantFormat, FormatCode = "yyyy-mm-dd hh:mm" }),
        new Fonts(
            new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
            new Font(new FontSize { Val = 10 }, new Color { Rgb = HexBinaryValue.FromString("FF56605E") },
                new FontName { Val = "Calibri" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = HexBinaryValue.FromString("FFE4F1ED") }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true, QuotePrefix = true },
            new CellFormat(),
            new CellFormat { NumberFormatId = DayFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = InstantFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true, FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true },
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true, FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true, FontId = 2, ApplyFont = true }));
}
