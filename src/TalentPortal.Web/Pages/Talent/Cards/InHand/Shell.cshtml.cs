using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Cards.InHand;

/// <summary>The card's page without anybody's card: what a device shows when it has no network. There is nothing to read in it.</summary>
[AllowAnonymous]
[NoIndex]
internal sealed class ShellModel : PageModel;
