using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Account;

/// <summary>The own account: name, language, text size, sessions.</summary>
internal sealed class IndexModel(
    AccountProfile profile, UserManager<PortalUser> users, SessionOpener session, IStringLocalizer texts) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Who it is.</summary>
    public Actor Actor => User.Actor();

    /// <summary>The name that signs in.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>The languages.</summary>
    public IReadOnlyList<FieldOption> Cultures =>
    [
        new(TextCatalog.Chinese, texts["Shared.Language.Chinese"]),
        new(TextCatalog.English, texts["Shared.Language.English"]),
    ];

    /// <summary>Shows the account.</summary>
    public async Task OnGetAsync()
    {
        var user = await LoadAsync();
        Input = new InputModel { DisplayName = user.DisplayName, Culture = user.Culture, LargeText = user.LargeText };
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var user = await LoadAsync();
        if (!ModelState.IsValid) return Page();
        var result = await profile.ChangeAsync(user.Id, Input.DisplayName, Input.Culture, Input.LargeText, ct);
        if (result.Succeeded)
        {
            await session.RenewAsync(user);
            return this.RedirectWithBanner("Index", "Account.Index.Saved");
        }

        this.AddRefusal(result.Refusal, result.Refusal is LanguageNotKnown ? "Input.Culture" : "Input.DisplayName");
        return Page();
    }

    /// <summary>Ends all other sessions.</summary>
    public async Task<IActionResult> OnPostEndSessionsAsync(CancellationToken ct)
    {
        var user = await LoadAsync();
        await profile.EndSessionsAsync(user.Id, ct);
        await session.RenewAsync(user);
        return this.RedirectWithBanner("Index", "Account.Index.SessionsEnded");
    }

    private async Task<PortalUser> LoadAsync()
    {
        var user = await users.FindByIdAsync(Actor.UserId.ToString())
            ?? throw new InvalidOperationException("A signed-in account is gone.");
        UserName = user.UserName!;
        return user;
    }

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>How pages greet the holder.</summary>
        [Required, MaxLength(100), Display(Name = "Account.DisplayName")]
        public string DisplayName { get; set; } = "";

        /// <summary>Language of pages and messages.</summary>
        [Required, Display(Name = "Account.Culture")]
        public string Culture { get; set; } = "";

        /// <summary>Large text.</summary>
        [Display(Name = "Account.LargeText")]
        public bool LargeText { get; set; }
    }
}
