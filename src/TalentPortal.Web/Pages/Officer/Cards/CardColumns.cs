using TalentPortal.Core.Lists;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Queries;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Officer.Cards;

/// <summary>What the register of cards shows.</summary>
internal static class CardColumns
{
    /// <summary>The register; levels are named as the version of each card names them.</summary>
    public static ListDeclaration<CardRow> Of(BenefitCatalogues catalogues) =>
        new("cards", "TalentCards.Register.Title", new ListSort("issued", Descending: true),
    [
        new("number", "TalentCards.Column.Number", (row, _) =>
            CardWords.Number(row.Number)) { IsFixed = true, IsSortable = true, Width = 24 },
        new("name", "TalentCards.Column.Name", (row, _) => row.Name) { IsSensitive = true, IsSortable = true, Width = 14 },
        new("citizen", "TalentCards.Column.Citizen", (row, _) => row.CitizenIdMasked) { IsSensitive = true, Width = 22 },
        new("level", "TalentCards.Column.Level", (row, _) =>
            catalogues.Known(row.VersionId)?.Catalogue.FindLevel(row.Level)?.Name.ToString()
                ?? row.Level) { IsSortable = true, Width = 18 },
        new("status", "TalentCards.Column.Status", (row, _) => row.Status) { IsSortable = true, Width = 12 },
        new("issued", "TalentCards.Column.Issued", (row, _) => row.IssuedOn) { IsSortable = true, Width = 14 },
        new("expires", "TalentCards.Column.Expires", (row, _) => row.ExpiresOn) { IsSortable = true, Width = 14 },
    ]);
}
