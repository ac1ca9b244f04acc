using TalentPortal.Core.Lists;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Core.Standards;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Officer.Objections;

/// <summary>What lists of objections show. Who objects, and against whom, leaves the portal masked.</summary>
internal static class ObjectionColumns
{
    /// <summary>Those to be decided.</summary>
    public static ListDeclaration<ObjectionRow> Open { get; } = Declare(
        new ListSort("raised", Descending: false),
        new("due", "PublicNotices.DueOn", (row, _) => row.Clock.DueOn) { IsFixed = true, IsSortable = true });

    /// <summary>Those that are.</summary>
    public static ListDeclaration<ObjectionRow> Decided { get; } = Declare(
        new ListSort("decided", Descending: true),
        new("decided", "PublicNotices.DecidedOn", (row, _) => row.DecidedOn) { IsFixed = true, IsSortable = true });

    private static ListDeclaration<ObjectionRow> Declare(ListSort order, ListColumn<ObjectionRow> day) =>
        new("objections", "PublicNotices.Objections", order,
    [
        new("state", "PublicNotices.State", (row, _) => row.Status) { IsSortable = true },
        day,
        new("name", "PublicNotices.Name", (row, _) => Mask.Name(row.SubjectName)) { IsFixed = true, IsSensitive = true },
        new("number", "PublicNotices.CaseNumber", (row, _) => NumberText.Grouped(row.CaseNumber)) { IsSortable = true, Width = 40 },
        new("raised", "PublicNotices.RaisedOn", (row, _) => row.RaisedOn) { IsSortable = true },
        new("by", "PublicNotices.RaisedBy", (row, words) =>
            row.RaisedByName is { } name ? Mask.Name(name) : words.Texts["PublicNotices.OtherWay"].Value) { IsSensitive = true },
        new("ends", "PublicNotices.NoticeEnds", (row, _) => row.NoticeEndsOn) { IsSortable = true },
    ]);
}
