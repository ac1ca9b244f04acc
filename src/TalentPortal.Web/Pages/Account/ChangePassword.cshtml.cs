using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Account;

/// <summary>A new password for whoever knows the present one; other sessions end.</summary>
internal sealed class ChangePasswordModel(
    AccountPasswords passwords, UserManager<PortalUser> users, SessionOpener session, SecurityRules rules) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Shortest password, for the hint.</summary>
    public int PasswordMinimumLength => rules.PasswordMinimumLength;

    /// <summary>Changes the password.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        var userId = User.Actor().UserId;
        var result = await passwords.ChangeAsync(userId, Input.Present, Input.Password, ct);
        if (result.Succeeded)
        {
            await session.RenewAsync((await users.FindByIdAsync(userId.ToString()))!);
            return this.RedirectWithBanner("Index", "Account.Change.Done");
        }

        if (result.Refusal is AccountLocked)
        {
            await session.CloseAsync(user: null, ct);
            return RedirectToPage("Lockout");
        }

        this.AddRefusal(result.Refusal, result.Refusal is PasswordDoesNotMatch ? "Input.Present" : "Input.Password");
        return Page();
    }

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>The present password.</summary>
        [Required, MaxLength(200), DataType(DataType.Password), Display(Name = "Account.PresentPassword")]
        public string Present { get; set; } = "";

        /// <summary>The new one.</summary>
        [Required, MaxLength(200), DataType(DataType.Password), Display(Name = "Account.NewPassword")]
        public string Password { get; set; } = "";
    }
}
