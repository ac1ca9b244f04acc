using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.TalentCards.Statements;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Statements;

/// <summary>The statements that the reader may see: a partner's manager those of the own venues, the talent office all.</summary>
internal sealed class IndexModel(StatementReader reader, ListDesk desk) : SortedListModel<VenueStatement>(desk)
{
    /// <summary>Where they stand.</summary>
    [BindProperty(SupportsGet = true)]
    public StatementStatus? Status { get; set; }

    /// <summary>The month, as <c>2026-03</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <inheritdoc />
    protected override ListDeclaration<VenueStatement> List => StatementColumns.All;

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("status", Status), ("month", Month)];

    private StatementFilter Asked => new(Status, DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<VenueStatement>> ReadAsync(int most, CancellationToken ct) =>
        reader.ListAsync(User.Actor(), Asked, most, ct);
}
