using TalentPortal.Core.Allowances.Waiting;
using TalentPortal.Core.Lists;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Officer.Allowances;

/// <summary>What the list of waiting matters shows.</summary>
internal static class WaitingColumns
{
    /// <summary>The list.</summary>
    public static ListDeclaration<WaitingMatter> List { get; } = new(
        "allowances-waiting", "Waiting.Title", new ListSort("left", Descending: false),
    [
        new("left", "Waiting.Left", (row, _) => row.RemainingWorkingDays) { IsSortable = true, Width = 12 },
        new("number", "Allowances.Column.Number", (row, _) => row.View.Number) { IsFixed = true, IsSortable = true, Width = 30 },
        new("name", "Allowances.Column.Name", (row, _) => row.View.Name) { IsSensitive = true, IsSortable = true, Width = 14 },
        new("benefit", "Allowances.Column.Benefit", (row, _) => row.View.Benefit.Name.ToString()) { IsSortable = true, Width = 16 },
        new("kind", "Waiting.Kind", (row, _) => row.Kind) { IsSortable = true, Width = 16 },
        new("period", "Allowances.Desk.Period", (row, words) =>
            row.Instalment is { } one ? new AllowanceWords(words.Texts, words.Display).Period(one) : null) { Width = 28 },
        new("amount", "Waiting.Amount", (row, _) => row.Amount) { IsSortable = true, Width = 12 },
        new("due", "Waiting.Due", (row, _) => row.DueOn) { IsSortable = true, Width = 14 },
        new("reminded", "Waiting.Reminded", (row, _) => row.RemindedAt) { Width = 16 },
    ]);
}
