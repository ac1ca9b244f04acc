using TalentPortal.Core.Lists;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Officer.Notices;

/// <summary>What the list of notices shows: what was published anyway, and no name.</summary>
internal static class NoticeColumns
{
    /// <summary>The list: those that began last first.</summary>
    public static ListDeclaration<NoticeRow> List { get; } = new(
        "notices", "PublicNotices.Board.Title", new ListSort("starts", Descending: true),
    [
        new("title", "PublicNotices.Title", (row, _) => row.Title) { IsFixed = true, IsSortable = true, Width = 48 },
        new("publisher", "PublicNotices.Publisher", (row, words) =>
            words.Display.Pick(row.PublisherZh, row.PublisherEn)) { IsSortable = true, Width = 28 },
        new("starts", "Boards.Starts", (row, _) => row.StartsOn) { IsSortable = true },
        new("ends", "Boards.Ends", (row, _) => row.EndsOn) { IsSortable = true },
        new("state", "PublicNotices.State", (row, words) =>
            words.Texts[row.IsRunning ? "PublicNotices.Running" : "PublicNotices.Over"].Value) { IsSortable = true },
        new("closed", "Boards.Handled", (row, words) =>
            words.Texts[row.IsOpen ? "Boards.Open" : "Boards.Closed"].Value) { IsDefault = false, IsSortable = true },
    ]);
}
