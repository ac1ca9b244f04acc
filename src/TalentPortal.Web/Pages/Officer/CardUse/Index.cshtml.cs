using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Figures;
using TalentPortal.Core.TalentCards.Venues;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.CardUse;

/// <summary>How cards are used, by month, level and venue; every number opens the list of the uses that it counts.</summary>
[RequirePermission(Permission.SeeBoards)]
internal sealed class IndexModel(CardUseFigures figures, VenueDirectory venues, BenefitCatalogues catalogues, PortalTimeZone zone, ListDesk desk)
    : FilteredListModel<CardUseRow>(desk)
{
    /// <summary>How many rows the list shows; who looks for more narrows it or takes it out.</summary>
    public const int MostShown = 200;

    private const int Months = 12;

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

    /// <summary>Cards that end within 30 and 90 days, and all in use.</summary>
    public (int Soon, int Later, int All) Cards { get; private set; }

    /// <summary>All venues that are open.</summary>
    public IReadOnlyList<Core.TalentCards.Venues.Venue> Venues { get; private set; } = [];

    /// <summary>Levels that were met or can be, in the order of the catalogue.</summary>
    public IReadOnlyList<CardLevel> Levels => catalogues.Current.Catalogue.Levels;

    /// <summary>Whether the register of cards is open to the reader.</summary>
    public bool MayOpenCards => User.Actor().Can(Permission.ManageCards);

    /// <summary>What is counted.</summary>
    public CardUseFilter Asked { get; private set; } = null!;

    /// <summary>The months that are counted.</summary>
    public IReadOnlyList<DateOnly> Span => [.. Enumerable.Range(0, Months).Select(Asked.From.AddMonths).TakeWhile(month => month <= Asked.To)];

    /// <summary>Uses by month, a part for each level.</summary>
    public BarChart Chart => new(
        [.. Span.Select(month => month.ToString("yy-MM", CultureInfo.InvariantCulture))],
        [.. Levels.Select(level => level.Name.ToString())],
        [.. Levels.Select(level => (IReadOnlyList<int>)[.. Span.Select(month => Cells.Where(cell => cell.Month == month && cell.Level == level.Code).Sum(cell => cell.Uses))])]);

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
        Cards = await figures.ExpiringAsync(zone.Today, ct);
        Rows = List.Sorted(await figures.ListAsync(Asked, MostShown, ct), Head.Sort, Head.Words);
    }

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<CardUseRow>>> RowsAsync(int most, CancellationToken ct)
    {
        Ask();
        return Result.Of(List.Sorted(await figures.ListAsync(Asked, most + 1, ct), Head.Sort, Head.Words));
    }

    private void Ask()
    {
        var last = new DateOnly(zone.Today.Year, zone.Today.Month, 1);
        var one = DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first <= last ? first : (DateOnly?)null;
        Asked = new CardUseFilter(one ?? last.AddMonths(1 - Months), one ?? last, string.IsNullOrEmpty(Venue) ? null : Venue, string.IsNullOrEmpty(Level) ? null : Level);
    }
}
