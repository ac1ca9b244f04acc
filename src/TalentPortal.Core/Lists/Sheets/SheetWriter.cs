using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TalentPortal.Core.Lists.Sheets;

/// <summary>The one writer of <c>.xlsx</c>.</summary>
public static class SheetWriter
{
    /// <summary>What the file is, for browsers.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int HeadRow = 3;
    private const int LongestTab = 31;
    private const int LongestHead = 250;

    /// <summary>Writes a workbook of one sheet.</summary>
    public static byte[] Write(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var part = workbook.AddNewPart<WorksheetPart>("rId1");
            workbook.AddNewPart<WorkbookStylesPart>("rId2").Stylesheet = SheetStyles.Make();
            using (var writer = OpenXmlWriter.Create(part)) WriteSheet(writer, sheet);
            workbook.Workbook = BookOf(sheet);
        }

        return stream.ToArray();
    }

    private static Workbook BookOf(Sheet sheet)
    {
        var tab = TabOf(sheet.Title);
        return new Workbook(
            new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = "rId1", SheetId = 1, Name = tab }),
            new DefinedNames(new DefinedName($"'{tab.Replace("'", "''", StringComparison.Ordinal)}'!$1:${HeadRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
    }

    private static void WriteSheet(OpenXmlWriter writer, Sheet sheet)
    {
        var last = SheetCells.Name(Math.Max(sheet.Columns.Count, 1));
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties { PageSetupProperties = new PageSetupProperties { FitToPage = true } });
        writer.WriteElement(new SheetViews(new DocumentFormat.OpenXml.Spreadsheet.SheetView
        {
            WorkbookViewId = 0,
            Pane = new Pane { VerticalSplit = HeadRow, TopLeftCell = $"A{HeadRow + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
        }));
        if (sheet.Columns.Count > 0) writer.WriteElement(new Columns(sheet.Columns.Select((column, place) =>
            new Column { Min = (uint)place + 1, Max = (uint)place + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, [sheet.Mark], SheetStyles.Mark);
        WriteRow(writer, 2, [sheet.Note], SheetStyles.Note);
        WriteRow(writer, HeadRow, [.. sheet.Columns.Select(column => column.Title)], SheetStyles.Head);
        foreach (var (place, row) in sheet.Rows.Index()) WriteRow(writer, HeadRow + 1 + place, row, style: null);
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A{HeadRow}:{last}{HeadRow + sheet.Rows.Count}" });
        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.7, Bottom = 0.7, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(
            new OddHeader("&C" + Printed(sheet.Title)), new OddFooter($"&L{Printed(sheet.Mark)}&R&P / &N")));
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, int number, IReadOnlyList<object?> values, uint? style)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        foreach (var (place, value) in values.Index())
        {
            if (SheetCells.Make(value, $"{SheetCells.Name(place + 1)}{number}", style) is { } cell) writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    /// <summary>In heads and feet an ampersand gives orders.</summary>
    private static string Printed(string text)
    {
        var plain = SheetCells.Clean(text).Replace("&", "&&", StringComparison.Ordinal);
        return plain.Length <= LongestHead - 20 ? plain : plain[..(LongestHead - 20)].TrimEnd('&');
    }

    private static string TabOf(string title)
    {
        var name = string.Concat(SheetCells.Clean(title).Where(letter => !"[]:*?/\\'".Contains(letter, StringComparison.Ordinal))).Trim();
        return name.Length switch { 0 => "1", > LongestTab => name[..LongestTab], _ => name };
    }
}
