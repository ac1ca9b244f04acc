using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Allowances.Queries;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Allowances;

/// <summary>All allowances. What is searched for is posted: names must not stand in addresses.</summary>
[RequirePermission(Permission.ManageAllowances)]
internal sealed class IndexModel(AllowanceReader reader, BenefitCatalogues catalogues, ListDesk desk) : SortedListModel<AllowanceRow>(desk)
{
    /// <summary>Code of the benefit.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Benefit { get; set; }

    /// <summary>Where they stand.</summary>
    [BindProperty(SupportsGet = true)]
    public AllowanceStatus? Status { get; set; }

    /// <summary>Only those of which something is held.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Held { get; set; }

    /// <summary>What was searched for.</summary>
    [BindProperty]
    public string? Term { get; set; }

    /// <summary>Benefits to choose from.</summary>
    public IEnumerable<Benefit> Benefits => catalogues.Current.Catalogue.Benefits.Where(one => one.Kind is BenefitKind.Allowance);

    /// <inheritdoc />
    protected override ListDeclaration<AllowanceRow> List => AllowanceColumns.List;

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("benefit", Benefit), ("status", Status), ("held", Held)];

    /// <summary>Searches by name or case number.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken ct)
    {
        await OpenAsync(ct);
        await ShowAsync(ct);
        return Page();
    }

    /// <inheritdoc />
    protected override Task<IReadOnlyList<AllowanceRow>> ReadAsync(int most, CancellationToken ct) => reader.ListAsync(Asked, most, ct);

    private AllowanceFilter Asked =>
        new(string.IsNullOrEmpty(Benefit) ? null : Benefit, Status, Held, Term is { Length: <= 100 } ? Term : null);
}
