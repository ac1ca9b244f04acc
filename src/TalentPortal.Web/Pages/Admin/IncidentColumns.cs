using TalentPortal.Core.Lists;
using TalentPortal.Web.Pages.Officer;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Admin;

/// <summary>What the list of incidents shows: no case content.</summary>
internal static class IncidentColumns
{
    /// <summary>The list: those that wait, the oldest first, then those settled last.</summary>
    public static ListDeclaration<IncidentView> List { get; } = new(
        "incidents", "Admin.Incidents.Title", new ListSort("state", Descending: false),
    [
        new("when", "Admin.Column.When", (row, _) => row.OccurredAt) { IsFixed = true, IsSortable = true, Width = 18 },
        new("number", "Reviews.Column.Number", (row, _) =>
            row.Number is { } number ? NumberText.Grouped(number) : null) { IsSortable = true, Width = 40 },
        new("activity", "Admin.Column.Activity", (row, _) =>
            $"{row.ActivityType} {row.ActivityId}".Trim()) { IsSortable = true, Width = 32 },
        new("reason", "Admin.Column.Reason", (row, _) => $"{row.Reason} {row.Detail}".Trim()) { Width = 80 },
        new("state", "Boards.State", (row, _) => row.State) { IsFixed = true, IsSortable = true },
        new("settled", "Boards.SettledAt", (row, _) => row.ResolvedAt) { IsDefault = false, IsSortable = true, Width = 18 },
        new("deed", "Boards.Deed", (row, _) => row.Deed) { IsDefault = false, IsSortable = true },
        new("why", "Boards.Why", (row, _) => row.Resolution) { IsDefault = false, Width = 48 },
    ]);
}
