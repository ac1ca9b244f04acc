using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Account;

/// <summary>Ends the session. A GET ends nothing: a link or an image on another page must not sign anybody out.</summary>
[AllowAnonymous]
internal sealed class SignOutModel(UserManager<PortalUser> users, SessionOpener session) : PageModel
{
    /// <summary>Leads home.</summary>
    public IActionResult OnGet() => LocalRedirect("/");

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var actor = User.FindActor();
        await session.CloseAsync(actor is null ? null : await users.FindByIdAsync(actor.UserId.ToString()), ct);
        return this.RedirectWithBanner("/Public/Index", "Account.SignedOut");
    }
}
