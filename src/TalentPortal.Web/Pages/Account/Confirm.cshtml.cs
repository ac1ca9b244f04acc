using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Web.Presentation;

namespace TalentPortal.Web.Pages.Account;

/// <summary>The link in the mail shows a button: mail scanners that open every link must not confirm anything.</summary>
internal sealed class ConfirmModel(AccountRegistration registration) : PageModel
{
    /// <summary>The account.</summary>
    [BindProperty(Name = "user", SupportsGet = true)]
    public Guid UserId { get; set; }

    /// <summary>The token.</summary>
    [BindProperty(Name = "code", SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Confirms.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await registration.ConfirmAsync(UserId, Code, ct);
        if (result.Succeeded) return this.RedirectWithBanner("SignIn", "Account.Confirm.Done");
        this.AddRefusal(result.Refusal);
        return Page();
    }
}
