using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Statements;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Statements;

/// <summary>The statements that the reader may see: a partner's manager those of the own venues, the talent office all.</summary>
internal sealed class IndexModel(StatementReader reader, ListDesk desk) : FilteredListModel<VenueStatement>(desk)
{
    /// <summary>How many rows a page shows; who looks for more narrows the list or takes it out.</summary>
    public const int MostShown = 200;

    /// <summary>Where they stand.</summary>
    [BindProperty(SupportsGet = true)]
    public StatementStatus? Status { get; set; }

    /// <summary>The month, as <c>2026-03</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>What is shown.</summary>
    public IReadOnlyList<VenueStatement> Rows { get; private set; } = [];

    /// <inheritdoc />
    protected override ListDeclaration<VenueStatement> List => StatementColumns.All;

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("status", Status), ("month", Month)];

    private StatementFilter Asked => new(Status, DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null);

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct) =>
        Rows = List.Sorted(await reader.ListAsync(User.Actor(), Asked, MostShown, ct), Head.Sort, Head.Words);

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<VenueStatement>>> RowsAsync(int most, CancellationToken ct) =>
        Result.Of(List.Sorted(await reader.ListAsync(User.Actor(), Asked, most + 1, ct), Head.Sort, Head.Words));
}
