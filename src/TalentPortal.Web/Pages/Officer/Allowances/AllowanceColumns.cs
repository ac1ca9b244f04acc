using TalentPortal.Core.Allowances.Queries;
using TalentPortal.Core.Lists;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Officer.Allowances;

/// <summary>What the list of allowances shows.</summary>
internal static class AllowanceColumns
{
    /// <summary>The list.</summary>
    public static ListDeclaration<AllowanceRow> List { get; } = new(
        "allowances", "Allowances.List.Title", new ListSort("from", Descending: true),
    [
        new("number", "Allowances.Column.Number", (row, _) => row.Number) { IsFixed = true, IsSortable = true, Width = 30 },
        new("name", "Allowances.Column.Name", (row, _) => row.Name) { IsSensitive = true, IsSortable = true, Width = 14 },
        new("citizen", "Allowances.Column.Citizen", (row, _) => row.CitizenIdMasked) { IsSensitive = true, IsDefault = false, Width = 22 },
        new("benefit", "Allowances.Column.Benefit", (row, _) => row.Benefit.ToString()) { IsSortable = true, Width = 16 },
        new("amount", "Allowances.Column.Amount", (row, _) => row.Amount) { IsSortable = true, Width = 12 },
        new("from", "Allowances.Column.From", (row, _) => row.FromOn) { IsSortable = true, Width = 14 },
        new("status", "Allowances.Column.Status", (row, _) => row.Status) { IsSortable = true, Width = 12 },
        new("due", "Allowances.Column.Due", (row, _) => row.Due) { IsSortable = true, Width = 10 },
        new("held", "Allowances.Column.Held", (row, _) => row.Held) { IsSortable = true, Width = 10 },
        new("paid", "Allowances.Column.Paid", (row, _) => row.Paid) { IsSortable = true, Width = 14 },
        new("recover", "Allowances.Column.Recover", (row, _) => row.ToRecover) { IsSortable = true, Width = 14 },
    ]);
}
