using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Core.Standards;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Cases;

/// <summary>
/// Finds cases within reach by number, citizen number or the beginning of a name. The search is posted: what is typed must not stand
/// in addresses, histories and logs.
/// </summary>
internal sealed class IndexModel(CaseListQuery cases, SecretBox secrets, PortalTimeZone zone) : PageModel
{
    private const int PageSize = 50;
    private const int LooksLikeNumber = 20;

    /// <summary>What is looked for.</summary>
    [BindProperty]
    public string? Term { get; set; }

    /// <summary>What was found; null when the term is none.</summary>
    public CaseListPage? Found { get; private set; }

    /// <summary>Shows those handed in last.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Found = await cases.ReadAsync(User.Actor(), new CaseListFilter(), after: null, PageSize, ct);

    /// <summary>Searches.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var term = (Term ?? "").Trim();
        if (FilterOf(term) is { } filter) Found = await cases.ReadAsync(User.Actor(), filter, after: null, PageSize, ct);
        return Page();
    }

    private CaseListFilter? FilterOf(string term)
    {
        if (term.Length == 0) return new CaseListFilter();
        if (CitizenNumber.Parse(term, zone.Today) is { Succeeded: true } citizen)
            return new CaseListFilter { CitizenIndex = secrets.IndexOf(SecretKind.CitizenId, citizen.Value.Number) };
        var number = CaseNumber.Parse(term);
        if (number.Succeeded) return new CaseListFilter { Number = number.Value.Value };
        if (term.Length < LooksLikeNumber || !term.All(char.IsAscii)) return new CaseListFilter { NamePrefix = term };
        this.AddRefusal(number.Refusal, "Term");
        return null;
    }
}
