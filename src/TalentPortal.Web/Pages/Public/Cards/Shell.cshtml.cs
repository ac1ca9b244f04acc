using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Public.Cards;

/// <summary>The card's page without anybody's card: what a device shows when it has no network. There is nothing to read in it.</summary>
[NoIndex]
internal sealed class ShellModel : PageModel;
