using TalentPortal.Core.Lists;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Statements;
using TalentPortal.Web.Presentation.Lists;

namespace TalentPortal.Web.Pages.Statements;

/// <summary>What the lists of statements show: all of them, and the uses of one.</summary>
internal static class StatementColumns
{
    /// <summary>All statements.</summary>
    public static ListDeclaration<VenueStatement> All { get; } = new(
        "statements", "Statements.Title", new ListSort("month", Descending: true),
    [
        new("number", "Statements.Number", (row, _) => row.Number) { IsFixed = true, IsSortable = true, Width = 20 },
        new("month", "Statements.Month", (row, _) => row.Month) { IsSortable = true, Width = 14 },
        new("venue", "Statements.Venue", (row, _) => row.Venue.ToString()) { IsSortable = true, Width = 26 },
        new("partner", "Statements.Partner", (row, _) => row.Partner?.ToString()) { IsSortable = true, Width = 26 },
        new("status", "Statements.Status", (row, _) => row.Status) { IsSortable = true },
        new("uses", "Statements.Uses", (row, _) => row.Sums.Uses) { IsSortable = true, Width = 10 },
        new("waived", "Statements.Waived", (row, _) => row.Sums.Waived) { IsSortable = true, Width = 14 },
        new("late", "Statements.Late", (row, _) => row.Sums.Late) { IsDefault = false, IsSortable = true, Width = 12 },
        new("answerBy", "Statements.AnswerBy", (row, _) => row.AnswerBy) { IsSortable = true, Width = 14 },
    ]);

    /// <summary>The uses of one statement. None says whose card it was.</summary>
    public static ListDeclaration<StatementUse> UsesOf(BenefitCatalogues catalogues) =>
        new("statement-uses", "Statements.UsesTitle", new ListSort("at", Descending: false),
    [
        new("at", "Statements.At", (row, _) => row.ScannedAt) { IsFixed = true, IsSortable = true, Width = 20 },
        new("benefit", "Statements.Benefit", (row, _) =>
            catalogues.Current.Catalogue.FindBenefit(row.Entry.Benefit)?.Name.ToString()
                ?? row.Entry.Benefit) { IsSortable = true, Width = 24 },
        new("level", "Statements.Level", (row, _) =>
            catalogues.Current.Catalogue.FindLevel(row.Entry.Level)?.Name.ToString() ?? row.Entry.Level) { IsSortable = true, Width = 16 },
        new("kind", "Statements.Kind", (row, _) => row.Entry.Kind) { IsSortable = true, Width = 20 },
        new("counts", "Statements.Counts", (row, _) => row.Entry.Counts) { Width = 8 },
        new("waived", "Statements.Waived", (row, _) => row.Entry.Waived) { IsSortable = true, Width = 14 },
        new("staff", "Statements.Staff", (row, _) => row.Staff) { IsSensitive = true, IsDefault = false, IsSortable = true, Width = 14 },
    ]);
}
