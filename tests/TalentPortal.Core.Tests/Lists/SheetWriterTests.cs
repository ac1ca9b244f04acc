using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using TalentPortal.Core.Lists.Sheets;
using Xunit;
using Sheet = TalentPortal.Core.Lists.Sheets.Sheet;

namespace TalentPortal.Core.Tests.Lists;

/// <summary>What leaves the portal as a sheet: valid, marked, and nothing in it is run.</summary>
public sealed class SheetWriterTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("=HYPERLINK(\"http://example.org\")")]
    public void Write_WordsThatLookLikeAFormula_AreATextCell(string words)
    {
        var cell = CellOf(words);

        Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
        Assert.Null(cell.CellFormula);
        Assert.Equal(words, cell.InlineString!.Text!.Text);
    }

    [Fact]
    public void Write_NumbersAndDays_KeepTheirType()
    {
        Assert.Equal(CellValues.Number, CellOf(42).DataType!.Value);
        // 1 January 2026 is day 46023 of a sheet's calendar.
        Assert.Equal("46023", CellOf(new DateOnly(2026, 1, 1)).CellValue!.Text);
        Assert.Equal("46023.5", CellOf(new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Unspecified)).CellValue!.Text);
    }

    [Fact]
    public void Write_WhatAFileCannotHold_IsLeftOut() => Assert.Equal("ab\U0001F600", CellOf("a\u0001\uFFFEb\U0001F600").InlineString!.Text!.Text);

    [Fact]
    public void Write_AnySheet_IsValidMarkedAndPrintsItsMark()
    {
        using var document = Open(new Sheet
        {
            Title = "Cases: 'A' & [B] with a title longer than a tab can be",
            Mark = "Taken out by A & B",
            Note = "2 rows",
            Columns = [new SheetColumn("Number", 20), new SheetColumn("Day", 12)],
            Rows = [["RC-1", new DateOnly(2026, 1, 1)], [null, 3]],
        });
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Assert.Equal("Taken out by A & B", sheet.Descendants<Cell>().First().InlineString!.Text!.Text);
        Assert.Contains("Taken out by A && B", sheet.Descendants<OddFooter>().Single().Text, StringComparison.Ordinal);
        Assert.Equal(5, sheet.Descendants<Row>().Count());
    }

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(703, "AAA")]
    public void Name_AColumn_HasItsLetters(int column, string name) => Assert.Equal(name, SheetCells.Name(column));

    private static Cell CellOf(object value)
    {
        using var document = Open(new Sheet { Title = "T", Mark = "M", Note = "N", Columns = [new SheetColumn("C", 10)], Rows = [[value]] });
        return document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Last().Elements<Cell>().Single();
    }

    private static SpreadsheetDocument Open(Sheet sheet) => SpreadsheetDocument.Open(new MemoryStream(SheetWriter.Write(sheet)), isEditable: false);
}
