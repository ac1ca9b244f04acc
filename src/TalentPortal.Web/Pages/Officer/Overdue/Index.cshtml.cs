using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Reviews.Clocks;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Overdue;

/// <summary>Cases past their last day: by unit, how long, with whom, and what was done about it.</summary>
internal sealed class IndexModel(OverdueQuery overdue, IStringLocalizer texts, DisplayFormat display) : PageModel
{
    /// <summary>Only this unit's.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    /// <summary>Whether a table for other programs is wanted.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Csv { get; set; }

    /// <summary>Everything that the reader may see.</summary>
    public IReadOnlyList<OverdueRow> All { get; private set; } = [];

    /// <summary>What is shown.</summary>
    public IReadOnlyList<OverdueRow> Rows { get; private set; } = [];

    /// <summary>Whether the reader may open every case of the district.</summary>
    public bool ReadsDistrict => User.Actor().Can(Permission.ReadDistrict);

    /// <summary>Units with how many of their tasks are overdue, most first.</summary>
    public IEnumerable<(Guid Id, string Name, int Count)> Units => All.Where(row => row.UnitId is not null)
        .GroupBy(row => row.UnitId!.Value).Select(unit => (unit.Key, unit.First().Unit!.ToString(), unit.Count()))
        .OrderByDescending(unit => unit.Item3).ThenBy(unit => unit.Item2, StringComparer.CurrentCulture);

    /// <summary>Lists them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        All = await overdue.ReadAsync(User.Actor(), ct);
        Rows = Unit is { } unit ? [.. All.Where(row => row.UnitId == unit)] : All;
        return Csv ? File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Table())).ToArray(), "text/csv; charset=utf-8", "overdue.csv") : Page();
    }

    /// <summary>Where a row leads; null where the reader may only know of it.</summary>
    public string? Href(OverdueRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row is { IsOwn: true, TaskId: { } task }) return $"~/officer/tasks/{task}";
        return ReadsDistrict ? $"~/officer/cases/{row.CaseId}" : null;
    }

    /// <summary>Which time is over.</summary>
    public string What(OverdueRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return texts[(row.StepDueOn, row.PromiseDueOn) switch
        {
            (not null, not null) => "Clocks.Overdue.Both",
            (not null, null) => "Clocks.Overdue.Step",
            _ => "Clocks.Overdue.Promise",
        }];
    }

    /// <summary>Who has it.</summary>
    public string Who(OverdueRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.TaskId is null ? texts["Clocks.Overdue.NoTask"] : row.Holder ?? texts["Clocks.Overdue.Pool"];
    }

    /// <summary>What was done about it.</summary>
    public string Done(OverdueRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var deeds = new List<string>();
        if (row.Reminders > 0) deeds.Add(texts["Clocks.Overdue.Reminded", row.Reminders]);
        if (row.EscalatedAt is { } at) deeds.Add(texts["Clocks.Overdue.Escalated", display.Date(at)]);
        if (row.Urgings > 0) deeds.Add(texts["Clocks.Overdue.Urged", row.Urgings]);
        return deeds.Count == 0 ? texts["Clocks.Overdue.Nothing"] : string.Join(texts["Shared.ListSeparator"], deeds);
    }

    private string Table()
    {
        string[] head = ["Reviews.Column.Number", "Reviews.Column.Subject", "Reviews.Column.Item", "Reviews.Column.Step", "Reviews.Desk.Unit",
            "Clocks.Overdue.Who", "Clocks.Overdue.What", "Clocks.Overdue.DueOn", "Clocks.Overdue.Over", "Clocks.Overdue.Done"];
        var lines = Rows.Select(row => (string[])[row.Number, row.SubjectMasked ?? "", row.ServiceItem.ToString(), row.Step?.ToString() ?? "",
            row.Unit?.ToString() ?? "", Who(row), What(row), row.DueOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            row.WorkingDaysOver.ToString(System.Globalization.CultureInfo.InvariantCulture), Done(row)]);
        return string.Concat(lines.Prepend([.. head.Select(key => texts[key].Value)]).Select(cells => string.Join(',', cells.Select(Cell)) + "\r\n"));
    }

    /// <summary>Quoted; what a spreadsheet would take for a formula is a text.</summary>
    private static string Cell(string text) =>
        '"' + (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" : "") + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
