using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Issuing;
using TalentPortal.Core.TalentCards.Queries;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Cards;

/// <summary>The register of cards. What is searched for is posted: names and numbers must not stand in addresses.</summary>
[RequirePermission(Permission.ManageCards)]
internal sealed class IndexModel(CardRegister register, BenefitCatalogues catalogues, CardTerms terms, PortalTimeZone zone, ListDesk desk)
    : SortedListModel<CardRow>(desk)
{
    /// <summary>Code of the level.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Level { get; set; }

    /// <summary>Where they stand.</summary>
    [BindProperty(SupportsGet = true)]
    public CardStatus? Status { get; set; }

    /// <summary>Only those that end within so many days.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Within { get; set; }

    /// <summary>What was searched for.</summary>
    [BindProperty]
    public string? Term { get; set; }

    /// <summary>Levels to choose from.</summary>
    public IReadOnlyList<CardLevel> Levels => catalogues.Current.Catalogue.Levels;

    /// <summary>Spans to choose from.</summary>
    public IReadOnlyList<EndSpan> Spans => terms.EndSpans(zone.Today);

    /// <inheritdoc />
    protected override ListDeclaration<CardRow> List { get; } = CardColumns.Of(catalogues);

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("level", Level), ("status", Status), ("within", Within)];

    /// <summary>Searches by number or name.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken ct)
    {
        await OpenAsync(ct);
        await ShowAsync(ct);
        return Page();
    }

    /// <inheritdoc />
    protected override Task<IReadOnlyList<CardRow>> ReadAsync(int most, CancellationToken ct) => register.ListAsync(Asked, most, ct);

    private CardFilter Asked =>
        new(string.IsNullOrEmpty(Level) ? null : Level, Status, Within is > 0 and <= 3660 ? Within : null,
            Term is { Length: <= 100 } ? Term : null);
}
