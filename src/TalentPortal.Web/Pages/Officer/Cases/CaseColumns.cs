using TalentPortal.Core.Lists;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Core.Reviews.Queries.Lists;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Officer.Cases;

/// <summary>What lists of cases show, wherever they stand.</summary>
internal static class CaseColumns
{
    /// <summary>Cases that a search found, and those handed in last.</summary>
    public static ListDeclaration<CaseListRow> Search { get; } = Declare("cases", "Reviews.Cases.Title");

    /// <summary>Cases behind a figure of the leaders.</summary>
    public static ListDeclaration<CaseListRow> Leader { get; } = Declare("leader-cases", "Reviews.Leader.List");

    /// <summary>The query's order for an order of the list.</summary>
    public static CaseListOrder OrderOf(ListSort sort) => new(sort.Column switch
    {
        "number" => CaseListSort.Number,
        "item" => CaseListSort.Item,
        "status" => CaseListSort.Status,
        "town" => CaseListSort.Town,
        _ => CaseListSort.Submitted,
    }, sort.Descending);

    private static ListDeclaration<CaseListRow> Declare(string key, string titleKey) =>
        new(key, titleKey, new ListSort("submitted", Descending: true),
    [
        new("number", "Reviews.Column.Number", (row, _) =>
            NumberText.Grouped(row.Number)) { IsFixed = true, IsSortable = true, Width = 40 },
        new("subject", "Reviews.Column.Subject", (row, _) => row.SubjectMasked) { IsSensitive = true, Width = 20 },
        new("item", "Reviews.Column.Item", (row, _) => row.ServiceItem) { IsSortable = true, Width = 28 },
        new("status", "Reviews.Column.Status", (row, _) => row.Status) { IsSortable = true, Width = 14 },
        new("step", "Reviews.Column.Step", (row, _) => row.Step) { Width = 20 },
        new("town", "Reviews.Column.Town", (row, _) => row.Town) { IsSortable = true },
        new("submitted", "Reviews.Column.Submitted", (row, _) => row.SubmittedAt) { IsSortable = true, Width = 17 },
    ]);
}
