using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Core.Reviews.Queries.Search;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Search;

/// <summary>
/// One search box for tasks and cases within reach. The search is posted: what is typed must not stand in addresses, histories and logs.
/// </summary>
internal sealed class IndexModel(InboxQuery inbox, CaseListQuery cases, CaseSearchReader searches) : PageModel
{
    private const int MostCases = 50;

    /// <summary>What is looked for.</summary>
    [BindProperty]
    public string? Term { get; set; }

    /// <summary>Open tasks that were found; null before a search.</summary>
    public IReadOnlyList<InboxRow>? Tasks { get; private set; }

    /// <summary>Cases that were found.</summary>
    public CaseListPage? Cases { get; private set; }

    /// <summary>How many cases, where counting did not end before the last.</summary>
    public string Counted => OfficerPages.Counted(Cases!.Total, CaseListPage.MostCounted);

    /// <summary>Shows the box.</summary>
    public IActionResult OnGet() => Page();

    /// <summary>Searches.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var read = searches.Read(Term);
        if (!read.Succeeded) this.AddRefusal(read.Refusal, "Term");
        else if (read.Value is { } search)
        {
            Tasks = await inbox.SearchAsync(User.Actor(), search, ct);
            Cases = await cases.ReadAsync(User.Actor(), new CaseListFilter { Search = search }, after: null, MostCases, ct);
        }

        return Page();
    }
}
