using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Account;

/// <summary>A form with one address, to which a link is sent; the answer is the same whether or not the address has an account.</summary>
internal abstract class AddressForm : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Sends.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        await SteadyAnswer.TakeAsync(() => SendAsync(Input.Email.Trim(), ct), ct);
        return RedirectToPage("ForgotPasswordSent");
    }

    /// <summary>Sends the link, where there is an account to send it to.</summary>
    protected abstract Task SendAsync(string email, CancellationToken ct);

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>Address.</summary>
        [Required, MaxLength(254), DataType(DataType.EmailAddress), Display(Name = "Account.Email")]
        public string Email { get; set; } = "";
    }
}
