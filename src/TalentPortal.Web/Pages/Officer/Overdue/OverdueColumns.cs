using TalentPortal.Core.Lists;
using TalentPortal.Core.Reviews.Clocks;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Officer.Overdue;

/// <summary>What the list of overdue cases shows.</summary>
internal static class OverdueColumns
{
    /// <summary>The list.</summary>
    public static ListDeclaration<OverdueRow> List { get; } = new("overdue", "Clocks.Overdue.Title", new ListSort("due", Descending: false),
    [
        new("over", "Clocks.Overdue.Over", (row, _) => row.WorkingDaysOver) { IsSortable = true, Width = 8 },
        new("number", "Reviews.Column.Number", (row, _) =>
            NumberText.Grouped(row.Number)) { IsFixed = true, IsSortable = true, Width = 40 },
        new("subject", "Reviews.Column.Subject", (row, _) => row.SubjectMasked) { IsSensitive = true },
        new("item", "Reviews.Column.Item", (row, _) => row.ServiceItem) { IsSortable = true, Width = 28 },
        new("what", "Clocks.Overdue.What", What),
        new("due", "Clocks.Overdue.DueOn", (row, _) => row.DueOn) { IsSortable = true, Width = 12 },
        new("step", "Reviews.Column.Step", (row, _) => row.Step) { IsSortable = true, Width = 20 },
        new("unit", "Reviews.Desk.Unit", (row, _) => row.Unit) { IsSortable = true, Width = 28 },
        new("holder", "Clocks.Overdue.Who", Who) { Width = 20 },
        new("done", "Clocks.Overdue.Done", Done) { Width = 36 },
    ]);

    private static string What(OverdueRow row, ListWords words) => words.Texts[(row.StepDueOn, row.PromiseDueOn) switch
    {
        (not null, not null) => "Clocks.Overdue.Both",
        (not null, null) => "Clocks.Overdue.Step",
        _ => "Clocks.Overdue.Promise",
    }];

    private static string Who(OverdueRow row, ListWords words) =>
        row.TaskId is null ? words.Texts["Clocks.Overdue.NoTask"] : row.Holder ?? words.Texts["Clocks.Overdue.Pool"];

    private static string Done(OverdueRow row, ListWords words)
    {
        var deeds = new List<string>();
        if (row.Reminders > 0) deeds.Add(words.Texts["Clocks.Overdue.Reminded", row.Reminders]);
        if (row.EscalatedAt is { } at) deeds.Add(words.Texts["Clocks.Overdue.Escalated", words.Display.Date(at)]);
        if (row.Urgings > 0) deeds.Add(words.Texts["Clocks.Overdue.Urged", row.Urgings]);
        return deeds.Count == 0 ? words.Texts["Clocks.Overdue.Nothing"] : string.Join(words.Texts["Shared.ListSeparator"], deeds);
    }
}
