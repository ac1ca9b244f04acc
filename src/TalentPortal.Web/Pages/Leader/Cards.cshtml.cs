using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Indicators.Cards;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Issuing;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Leader;

/// <summary>
/// The cards behind a number of those in use, or of those that end soon: masked, no card behind a row for those who don't handle cards.
/// </summary>
internal sealed class CardsModel(CardEndFigures figures, BenefitCatalogues catalogues, ListDesk desk) : FilteredListModel<CardEndRow>(desk)
{
    /// <summary>How many rows the list shows; who looks for more takes it out.</summary>
    public const int MostShown = 200;

    private const int Longest = 3660;

    /// <summary>Only those that end within so many days.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Within { get; set; }

    /// <summary>How many there are, beyond what is shown too.</summary>
    public int Total { get; private set; }

    /// <summary>What is shown.</summary>
    public IReadOnlyList<CardEndRow> Rows { get; private set; } = [];

    /// <summary>Spans to choose from.</summary>
    public IReadOnlyList<EndSpan> Spans => figures.Spans;

    /// <summary>Whether the register of cards is open to the reader.</summary>
    public bool HasLinks => User.Actor().Can(Permission.ManageCards);

    /// <inheritdoc />
    protected override ListDeclaration<CardEndRow> List { get; } = CardEndColumns.Of(catalogues);

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("within", Within)];

    private int? Days => Within is > 0 and <= Longest ? Within : null;

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct)
    {
        Total = await figures.CountAsync(Days, ct);
        Rows = List.Sorted(await figures.ListAsync(Days, MostShown, ct), Head.Sort, Head.Words);
    }

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<CardEndRow>>> RowsAsync(int most, CancellationToken ct) =>
        Result.Of(List.Sorted(await figures.ListAsync(Days, most + 1, ct), Head.Sort, Head.Words));
}
