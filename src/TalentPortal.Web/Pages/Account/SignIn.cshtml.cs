using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Account;

/// <summary>Name and password open a session.</summary>
internal sealed class SignInModel(SignInCheck check, SessionOpener session, ActorCache actors) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Where to go on; only addresses of this portal are followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Shows the form, or goes on when somebody is signed in already.</summary>
    public IActionResult OnGet() => User.FindActor() is { } actor ? LocalRedirect(Next(actor)) : Page();

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        var result = await SteadyAnswer.TakeAsync(() => check.VerifyAsync(Input.Name.Trim(), Input.Password, ct), ct);
        if (result.Succeeded)
        {
            await session.OpenAsync(result.Value, ct);
            return LocalRedirect(Next(await actors.FindAsync(result.Value.Id, ct)));
        }

        if (result.Refusal is AccountLocked) return RedirectToPage("Lockout");
        this.AddRefusal(result.Refusal);
        MayResend = result.Refusal is AddressNotConfirmed;
        return Page();
    }

    /// <summary>Whether the address waits for confirmation.</summary>
    public bool MayResend { get; private set; }

    private string Next(Actor? actor) => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Landing.Of(actor);

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>Address or user name.</summary>
        [Required, MaxLength(254), Display(Name = "Account.Name")]
        public string Name { get; set; } = "";

        /// <summary>Password.</summary>
        [Required, MaxLength(200), DataType(DataType.Password), Display(Name = "Account.Password")]
        public string Password { get; set; } = "";
    }
}
