using TalentPortal.Core.Lists;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Ratings.Queries;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Officer.Ratings;

/// <summary>What lists of bad ratings show: neither case nor person.</summary>
internal static class RatingColumns
{
    /// <summary>The list.</summary>
    /// <param name="scale">The levels.</param>
    /// <param name="isClosed">Whether of those that are over.</param>
    public static ListDeclaration<DeskRating> Of(RatingScale scale, bool isClosed) => new("ratings", "Ratings.Desk.Title",
        isClosed ? new ListSort("closed", Descending: true) : new ListSort("due", Descending: false),
    [
        isClosed ? new("closed", "Ratings.Desk.ClosedOn", (row, _) => row.ClosedOn) { IsFixed = true, IsSortable = true }
            : new("due", "Reviews.Column.Due", (row, _) => row.Clock?.DueOn) { IsFixed = true, IsSortable = true },
        new("reference", "Ratings.Desk.Reference", (row, _) => row.Reference) { IsFixed = true, IsSortable = true, Width = 40 },
        new("level", "Ratings.Desk.Level", (row, _) => scale.Find(row.Level)!.Name()) { IsSortable = true },
        new("stage", "Ratings.Desk.Stage", (row, _) => row.Status) { IsSortable = true },
        new("item", "Reviews.Column.Item", (row, _) => row.Item) { IsSortable = true, Width = 28 },
        new("unit", "Ratings.Desk.Unit", (row, _) => row.Unit) { IsSortable = true, Width = 28 },
        new("rated", "Ratings.Desk.RatedOn", (row, _) => row.RatedOn) { IsSortable = true },
        new("handler", "Ratings.Desk.Handler", (row, words) => row.HandlerName ?? words.Texts["Ratings.Desk.Nobody"].Value),
    ]);
}
