using TalentPortal.Core.Indicators.Cards;
using TalentPortal.Core.Lists;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Officer.CardUse;

/// <summary>What the list of uses shows.</summary>
internal static class UseColumns
{
    /// <summary>The list; benefits and levels as the present catalogue names them.</summary>
    public static ListDeclaration<CardUseRow> Of(BenefitCatalogues catalogues) =>
        new("card-use", "CardUse.ListTitle", new ListSort("at", Descending: true),
    [
        new("at", "CardUse.At", (row, _) => row.At) { IsFixed = true, IsSortable = true, Width = 20 },
        new("venue", "CardUse.Venue", (row, _) => row.Venue.ToString()) { IsSortable = true, Width = 26 },
        new("benefit", "CardUse.Benefit", (row, _) =>
            catalogues.Current.Catalogue.FindBenefit(row.Benefit)?.Name.ToString() ?? row.Benefit) { IsSortable = true, Width = 24 },
        new("level", "CardUse.Level", (row, _) =>
            catalogues.Current.Catalogue.FindLevel(row.Level)?.Name.ToString() ?? row.Level) { IsSortable = true, Width = 16 },
        new("waived", "CardUse.Waived", (row, _) => row.Waived) { IsSortable = true, Width = 14 },
    ]);
}
