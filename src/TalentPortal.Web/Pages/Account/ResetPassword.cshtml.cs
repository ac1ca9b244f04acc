using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Web.Presentation;

namespace TalentPortal.Web.Pages.Account;

/// <summary>Sets a new password by the link of a mail.</summary>
internal sealed class ResetPasswordModel(AccountPasswords passwords, SecurityRules rules) : PageModel
{
    /// <summary>The account.</summary>
    [BindProperty(Name = "user", SupportsGet = true)]
    public Guid UserId { get; set; }

    /// <summary>The token.</summary>
    [BindProperty(Name = "code", SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The form.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Shortest password, for the hint.</summary>
    public int PasswordMinimumLength => rules.PasswordMinimumLength;

    /// <summary>Shows the form.</summary>
    public void OnGet() => ModelState.Clear();

    /// <summary>Sets the password.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        var result = await passwords.ResetAsync(UserId, Code, Input.Password, ct);
        if (result.Succeeded) return this.RedirectWithBanner("SignIn", "Account.Reset.Done");
        this.AddRefusal(result.Refusal, result.Refusal is LinkNotValid ? "" : "Input.Password");
        return Page();
    }

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>The new password.</summary>
        [Required, MaxLength(200), DataType(DataType.Password), Display(Name = "Account.NewPassword")]
        public string Password { get; set; } = "";
    }
}
