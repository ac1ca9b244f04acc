using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Core.Reviews.Queries.Search;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Cases;

/// <summary>
/// Finds cases within reach by number, citizen number, name or organisation. The search is posted: what is typed must not stand
/// in addresses, histories and logs.
/// </summary>
internal sealed class IndexModel(CaseListQuery cases, CaseSearchReader searches) : PageModel
{
    private const int PageSize = 50;

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
        var read = searches.Read(Term);
        if (read.Succeeded) Found = await cases.ReadAsync(User.Actor(), new CaseListFilter { Search = read.Value }, after: null, PageSize, ct);
        else this.AddRefusal(read.Refusal, "Term");
        return Page();
    }
}
