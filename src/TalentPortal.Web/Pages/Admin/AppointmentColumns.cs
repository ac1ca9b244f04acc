using TalentPortal.Core.Lists;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Admin;

/// <summary>What the list of appointments shows.</summary>
internal static class AppointmentColumns
{
    /// <summary>The list, in the order of recording.</summary>
    public static ListDeclaration<AppointmentRow> List { get; } = new(
        "appointments", "Admin.Appointments.Title", new ListSort("user", Descending: false),
    [
        new("user", "Admin.Column.User", (row, _) => row.UserDisplayName) { IsFixed = true, Width = 20 },
        new("role", "Admin.Column.Role", (row, _) => row.Role) { Width = 20 },
        new("unit", "Admin.Column.Organisation", (row, words) => words.Display.Pick(row.UnitNameZh, row.UnitNameEn)) { Width = 32 },
        new("scope", "Admin.Column.Scope", (row, words) =>
            row.ServiceItemCodes is { } codes ? string.Join(' ', codes) : words.Texts["Admin.Appointments.AllItems"].Value) { Width = 24 },
        new("from", "Admin.Column.From", (row, _) => row.FromOn) { Width = 12 },
        new("to", "Admin.Column.To", (row, _) => row.ToOn) { Width = 12 },
    ]);
}
