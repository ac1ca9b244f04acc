using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TalentPortal.Web.Pages.Public;

/// <summary>The home page: what can be done here.</summary>
public sealed class IndexModel : PageModel;
