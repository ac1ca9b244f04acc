using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Benefits;

/// <summary>What each card level gets, version by version, with where each figure comes from.</summary>
[Authorize(Policy = Policies.Rules)]
internal sealed class IndexModel(BenefitCatalogues catalogues, OutlookReads outlooks, CardWords words, PortalTimeZone zone) : PageModel
{
    /// <summary>Which version; the one that holds today when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    /// <summary>The version that is shown.</summary>
    public BenefitCatalogueVersion Shown { get; private set; } = null!;

    /// <summary>All versions, the latest first.</summary>
    public IEnumerable<BenefitCatalogueVersion> Versions => catalogues.All.Reverse();

    /// <summary>What was counted when it was released; null where it came with the program.</summary>
    public OutlookView? Outlook { get; private set; }

    /// <summary>What is said about cards.</summary>
    public CardWords Words => words;

    /// <summary>Whether cards are issued under a version today.</summary>
    public bool IsInForce(BenefitCatalogueVersion version) => catalogues.InForce(zone.Today) == version;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (catalogues.All.FirstOrDefault(one => Version is { } number ? one.Catalogue.Version == number : IsInForce(one)) is not { } found)
            return NotFound();
        (Shown, Outlook) = (found, await outlooks.OfAsync(found, ct));
        return Page();
    }

    /// <summary>What a level gets of a benefit, in words; null where it gets nothing.</summary>
    public (string Worth, bool IsUnverified)? Cell(Benefit benefit, CardLevel level) =>
        Shown.Catalogue.FindGrant(benefit.Code, level.Code) is { } grant
            ? (words.Worth(new BenefitEntitlement(benefit, grant.Value, grant.Unit, grant.Every, grant.Provenance), uses: null),
                grant.Provenance is Provenance.DefaultUnverified)
            : null;
}
