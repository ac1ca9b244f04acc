using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Account;

/// <summary>Asks for a link to set a new password; the answer is the same whether or not the address has an account.</summary>
internal sealed class ForgotPasswordModel(AccountPasswords accounts) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Sends.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        await SteadyAnswer.TakeAsync(() => accounts.RequestResetAsync(Input.Email.Trim(), ct), ct);
        return RedirectToPage("ForgotPasswordSent");
    }

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>Address.</summary>
        [Required, MaxLength(254), DataType(DataType.EmailAddress), Display(Name = "Account.Email")]
        public string Email { get; set; } = "";
    }
}
