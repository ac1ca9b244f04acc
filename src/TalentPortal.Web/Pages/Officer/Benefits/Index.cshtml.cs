using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Dues;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Benefits;

/// <summary>
/// For each benefit how many qualify, have not applied, applied, passed and were refused; each number opens the people behind it.
/// </summary>
[RequirePermission(Permission.ManageCards)]
internal sealed class IndexModel(BenefitStandings standings, BenefitRoutes routes, BenefitCatalogues catalogues, ListDesk desk)
    : FilteredListModel<BenefitPerson>(desk)
{
    /// <summary>How many rows the list shows; who looks for more takes it out.</summary>
    public const int MostShown = 200;

    /// <summary>The columns of numbers.</summary>
    public static IReadOnlyList<BenefitSide> Sides { get; } = Enum.GetValues<BenefitSide>();

    /// <summary>Code of the benefit whose people are listed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Benefit { get; set; }

    /// <summary>Which of them.</summary>
    [BindProperty(SupportsGet = true)]
    public BenefitSide? Side { get; set; }

    /// <summary>The numbers.</summary>
    public IReadOnlyList<BenefitCount> Counts { get; private set; } = [];

    /// <summary>The people behind a number; null where none was asked for.</summary>
    public IReadOnlyList<BenefitPerson>? Rows { get; private set; }

    /// <summary>The benefit whose people are listed.</summary>
    public Benefit? Shown => Benefit is { } code ? catalogues.Current.Catalogue.FindBenefit(code) : null;

    /// <inheritdoc />
    protected override ListDeclaration<BenefitPerson> List { get; } = PersonColumns.Of(catalogues);

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("benefit", Benefit), ("side", Side)];

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct)
    {
        var people = (await standings.ListAsync(User.Actor(), benefit: null, ct)).ToLookup(one => one.Benefit, StringComparer.Ordinal);
        var applied = routes.Current.Select(route => route.Benefit).ToHashSet(StringComparer.Ordinal);
        Counts = [.. catalogues.Current.Catalogue.Benefits.Select(
            benefit => new BenefitCount(benefit, applied.Contains(benefit.Code), [.. people[benefit.Code]]))];
        if (Shown is { } shown) Rows = List.Sorted(people[shown.Code].Where(IsAsked), Head.Sort, Head.Words);
    }

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<BenefitPerson>>> RowsAsync(int most, CancellationToken ct) =>
        Result.Of(List.Sorted((await standings.ListAsync(User.Actor(), Shown?.Code ?? "", ct)).Where(IsAsked), Head.Sort, Head.Words));

    private bool IsAsked(BenefitPerson person) => Side is not { } side || person.IsOn(side);
}
