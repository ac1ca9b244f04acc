using TalentPortal.Core.Indicators.Ratings;
using TalentPortal.Core.Ratings;

namespace TalentPortal.Web.Pages.Officer.Ratings;

/// <summary>What a page of figures shows: unit by unit, each with its service items and their sum.</summary>
/// <param name="Figures">The quarter.</param>
/// <param name="Quarters">Those to choose from.</param>
/// <param name="Scale">The levels.</param>
internal sealed record FiguresView(QuarterFigures Figures, IReadOnlyList<Quarter> Quarters, RatingScale Scale)
{
    /// <summary>Unit by unit.</summary>
    public IReadOnlyList<(RatingFigure Sum, IReadOnlyList<RatingFigure> Items)> Units =>
        [.. Figures.Rows.GroupBy(row => row.UnitId)
            .Select(group => (RatingFigure.Sum([.. group]), (IReadOnlyList<RatingFigure>)[.. group]))];

    /// <summary>All of it.</summary>
    public RatingFigure Total => RatingFigure.Sum(Figures.Rows);
}
