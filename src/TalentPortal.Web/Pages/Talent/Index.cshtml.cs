using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TalentPortal.Web.Pages.Talent;

/// <summary>Where a talent lands after signing in: the own cases.</summary>
public sealed class IndexModel : PageModel
{
    /// <summary>Leads on.</summary>
    public RedirectToPageResult OnGet() => RedirectToPage("/Talent/Cases/Index");
}
