using TalentPortal.Core.Lists;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Presentation.Components;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Officer;

/// <summary>What the inbox shows.</summary>
internal static class InboxColumns
{
    /// <summary>The list: always those due first first, so that a page of any number of tasks costs the same.</summary>
    public static ListDeclaration<InboxRow> List { get; } = new("inbox", "Reviews.Inbox.Title", new ListSort("due", Descending: false),
    [
        new("light", "Reviews.Column.Light", (row, words) =>
            OfficerPages.LightOf(row) is { } light ? DueLightTagHelper.Words(words.Texts, light) : null) { Width = 14 },
        new("due", "Reviews.Column.Due", (row, _) => row.DueOn) { Width = 12 },
        new("number", "Reviews.Column.Number", (row, _) => NumberText.Grouped(row.Number)) { IsFixed = true, Width = 40 },
        new("subject", "Reviews.Column.Subject", (row, words) =>
            row.SubjectMasked ?? words.Texts["Reviews.Anonymous"].Value) { IsSensitive = true },
        new("item", "Reviews.Column.Item", (row, _) => row.ServiceItem) { Width = 28 },
        new("step", "Reviews.Column.Step", (row, _) => row.Step) { Width = 20 },
        new("town", "Reviews.Column.Town", (row, _) => row.Town) { Width = 24 },
        new("unit", "Reviews.Desk.Unit", (row, _) => row.Unit) { IsDefault = false, Width = 28 },
        new("arrived", "Lists.Inbox.Arrived", (row, _) => row.CreatedAt) { IsDefault = false, Width = 18 },
        new("holder", "Reviews.Column.Holder", (row, words) =>
            row.HolderName ?? words.Texts["Reviews.Holder.Nobody", row.Unit.ToString()].Value) { Width = 24 },
    ]);
}
