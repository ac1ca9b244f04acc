using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Account;

/// <summary>Makes an account; the answer is the same whether or not the address has one.</summary>
internal sealed class RegisterModel(AccountRegistration registration, SecurityRules rules) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Shortest password, for the hint.</summary>
    public int PasswordMinimumLength => rules.PasswordMinimumLength;

    /// <summary>Registers.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        var culture = TextCatalog.IsEnglish(CultureInfo.CurrentUICulture) ? TextCatalog.English : TextCatalog.Chinese;
        var entered = new Registration(Input.Email, Input.Password, Input.DisplayName, culture);
        var result = await SteadyAnswer.TakeAsync(() => registration.RegisterAsync(entered, ct), ct);
        if (result.Succeeded) return RedirectToPage("Registered");
        this.AddRefusal(result.Refusal, FieldOf(result.Refusal));
        return Page();
    }

    private static string FieldOf(Core.Kernel.Refusal refusal) => refusal switch
    {
        DisplayNameNotValid => "Input.DisplayName",
        PasswordTooShort or PasswordTooLong or PasswordTooCommon or PasswordNamesAccount => "Input.Password",
        _ => "Input.Email",
    };

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>Address.</summary>
        [Required, MaxLength(254), DataType(DataType.EmailAddress), Display(Name = "Account.Email")]
        public string Email { get; set; } = "";

        /// <summary>How pages greet the holder.</summary>
        [Required, MaxLength(100), Display(Name = "Account.DisplayName")]
        public string DisplayName { get; set; } = "";

        /// <summary>Password.</summary>
        [Required, MaxLength(200), DataType(DataType.Password), Display(Name = "Account.Password")]
        public string Password { get; set; } = "";
    }
}
