using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Definitions;
using TalentPortal.Core.Definitions.Statistics;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Definitions;

/// <summary>How long the steps of a definition take, where cases come back, and before whom they wait.</summary>
[RequirePermission(Permission.RunOperations)]
internal sealed class StatisticsModel(DefinitionRegister register, DefinitionStatistics statistics, IStringLocalizer texts) : PageModel
{
    /// <summary>The definition.</summary>
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>The steps by version.</summary>
    public IReadOnlyList<StepTime> Steps { get; private set; } = [];

    /// <summary>The units before which tasks wait.</summary>
    public IReadOnlyList<UnitWait> Units { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if ((await register.OfAsync(Id, ct)).Count == 0) return NotFound();
        Steps = await statistics.StepsAsync(Id, ct);
        Units = await statistics.UnitsAsync(Id, ct);
        return Page();
    }

    /// <summary>The steps as a table for a spreadsheet.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        if ((await register.OfAsync(Id, ct)).Count == 0) return NotFound();
        var lines = new StringBuilder();
        string[] heads = ["Version", "Step", "Closed", "Median", "NinthTenth", "Supplements", "Returns", "Open"];
        Line(lines, heads.Select(head => texts["Definitions.Statistics." + head].Value));
        foreach (var step in await statistics.StepsAsync(Id, ct))
        {
            Line(lines, [.. new[] { step.Version }.Select(Number), $"{step.Step} ({step.ActivityId})",
                .. new[] { step.Closed, step.Median, step.NinthTenth, step.Supplements, step.Returns, step.Open }.Select(Number)]);
        }

        // The mark tells spreadsheets that it is UTF-8.
        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(lines.ToString())], "text/csv; charset=utf-8", $"{Id}.csv");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A cell that begins like a formula is kept from being one.</summary>
    private static void Line(StringBuilder lines, IEnumerable<string> cells) => lines.AppendJoin(',', cells.Select(cell =>
        $"\"{(cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
}
