using TalentPortal.Core.Indicators.Cards;
using TalentPortal.Core.Lists;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Leader;

/// <summary>What the list of cards in use shows.</summary>
internal static class CardEndColumns
{
    /// <summary>The list; levels are named as the version of each card names them.</summary>
    public static ListDeclaration<CardEndRow> Of(BenefitCatalogues catalogues) => new(
        "leader-cards", "LeaderCards.Title", new ListSort("expires", Descending: false),
    [
        new("number", "TalentCards.Column.Number", (row, _) => row.NumberMasked) { IsFixed = true, IsSensitive = true, Width = 24 },
        new("name", "TalentCards.Column.Name", (row, _) => row.NameMasked) { IsSensitive = true, Width = 14 },
        new("level", "TalentCards.Column.Level", (row, _) => LevelOf(catalogues, row)) { IsSortable = true, Width = 18 },
        new("issued", "TalentCards.Column.Issued", (row, _) => row.IssuedOn) { IsSortable = true, Width = 14 },
        new("expires", "TalentCards.Column.Expires", (row, _) => row.ExpiresOn) { IsSortable = true, Width = 14 },
        new("left", "LeaderCards.Left", (row, _) => row.DaysLeft) { IsSortable = true, Width = 12 },
    ]);

    private static string LevelOf(BenefitCatalogues catalogues, CardEndRow row) =>
        catalogues.Known(row.VersionId)?.Catalogue.FindLevel(row.Level)?.Name.ToString() ?? row.Level;
}
