using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Indicators.Cards;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Venues;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.CardUse;

/// <summary>How cards are used, by month, level and venue; every number opens the list of the uses that it counts.</summary>
[RequirePermission(Permission.SeeBoards)]
internal sealed class IndexModel(
    CardUseFigures figures, CardEndFigures ends, VenueDirectory venues, BenefitCatalogues catalogues, ListDesk desk)
    : FilteredListModel<CardUseRow>(desk)
{
    /// <summary>How many rows the list shows; who looks for more narrows it or takes it out.</summary>
    public const int MostShown = 200;

    /// <summary>A month, as <c>2026-03</c>; the last twelve where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>Code of the venue.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Venue { get; set; }

    /// <summary>Code of the level.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Level { get; set; }

    /// <summary>What was counted.</summary>
    public IReadOnlyList<CardUseCell> Cells { get; private set; } = [];

    /// <summary>The uses behind the numbers, where some were asked for.</summary>
    public IReadOnlyList<CardUseRow> Rows { get; private set; } = [];

    /// <summary>Cards in use, and those that end soon.</summary>
    public CardEndCounts Cards { get; private set; } = null!;

    /// <summary>All venues that are open.</summary>
    public IReadOnlyList<Core.TalentCards.Venues.Venue> Venues { get; private set; } = [];

    /// <summary>Levels that were met or can be, in the order of the catalogue.</summary>
    public IReadOnlyList<CardLevel> Levels => catalogues.Current.Catalogue.Levels;

    /// <summary>What is counted.</summary>
    public CardUseFilter Asked { get; private set; } = null!;

    /// <summary>The months that are counted.</summary>
    public IReadOnlyList<DateOnly> Span => [.. Asked.Months];

    /// <summary>Uses by month, a part for each level.</summary>
    public BarChart Chart => new(
        [.. Span.Select(month => month.ToString("yy-MM", CultureInfo.InvariantCulture))],
        [.. Levels.Select(level => level.Name.ToString())],
        [.. Levels.Select(level =>
            (IReadOnlyList<int>)[.. Span.Select(
                month => Cells.Where(cell => cell.Month == month && cell.Level == level.Code).Sum(cell => cell.Uses))])]);

    /// <inheritdoc />
    protected override ListDeclaration<CardUseRow> List { get; } = UseColumns.Of(catalogues);

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("month", Month), ("venue", Venue), ("level", Level)];

    /// <summary>What a list behind a number is called by.</summary>
    public string Href(DateOnly? month = null, string? venue = null, string? level = null) =>
        Url.Page("Index", new { month = month?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? Month, venue = venue ?? Venue, level = level ?? Level }) + "#uses";

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct)
    {
        Ask();
        Venues = await venues.AllAsync(ct);
        Cells = await figures.CountAsync(Asked, ct);
        Cards = await ends.CountAsync(ct);
        Rows = List.Sorted(await figures.ListAsync(Asked, MostShown, ct), Head.Sort, Head.Words);
    }

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<CardUseRow>>> RowsAsync(int most, CancellationToken ct)
    {
        Ask();
        return Result.Of(List.Sorted(await figures.ListAsync(Asked, most + 1, ct), Head.Sort, Head.Words));
    }

    private void Ask() => Asked = figures.FilterOf(
        DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null, Venue, Level);
}
