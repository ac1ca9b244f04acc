using TalentPortal.Core.Lists;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Dues;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Officer.Benefits;

/// <summary>What the list of people behind a number shows.</summary>
internal static class PersonColumns
{
    /// <summary>The list; levels as the present catalogue names them.</summary>
    public static ListDeclaration<BenefitPerson> Of(BenefitCatalogues catalogues) =>
        new("benefit-people", "Standings.ListTitle", new ListSort("name", Descending: false),
    [
        new("name", "Standings.Name", (row, _) => row.Name) { IsFixed = true, IsSensitive = true, IsSortable = true, Width = 14 },
        new("citizen", "Standings.Citizen", (row, _) => row.CitizenIdMasked) { IsSensitive = true, Width = 22 },
        new("level", "Standings.Level", (row, _) =>
            row.Level is { } level ? catalogues.Current.Catalogue.FindLevel(level)?.Name.ToString() ?? level : null) { IsSortable = true },
        new("card", "Standings.Card", (row, _) =>
            row.CardNumber is { } number ? CardWords.Number(number) : null) { IsSensitive = true, Width = 24 },
        new("application", "Standings.Application", (row, _) => row.ApplicationNumber) { IsSortable = true, Width = 26 },
        new("status", "Standings.Status", (row, _) => row.Status) { IsSortable = true },
        new("uses", "Standings.Uses", (row, _) => row.Uses) { IsSortable = true, Width = 10 },
    ]);
}
