using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TalentPortal.Core.Lists.Sheets;
using TalentPortal.Web.Tests.Officer;
using Xunit;

namespace TalentPortal.Web.Tests.Lists;

/// <summary>Reads sheets that left the portal.</summary>
internal static class Exported
{
    /// <summary>The rows of the sheet that a post answers with, the mark, the note and the head first.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> FromAsync(StaffClient client, string path, Dictionary<string, string> fields)
    {
        using var answer = await client.PostAsync(path, fields);
        Assert.Equal(SheetWriter.ContentType, answer.Content.Headers.ContentType?.MediaType);
        using var document = SpreadsheetDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>()
            .Select(row => (IReadOnlyList<string>)[.. row.Elements<Cell>().Select(cell => cell.InnerText)])];
    }
}
