using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Web.Pages.Dev;

/// <summary>The mails that a portal without a mail server wrote into files.</summary>
internal sealed class MailModel(FileMailTransport files) : PageModel
{
    private const int Most = 200;

    /// <summary>Which mail to show; null for the list.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    /// <summary>Newest first, at most 200.</summary>
    public IReadOnlyList<MailFile> Mails { get; private set; } = [];

    /// <summary>The mail shown; null for the list.</summary>
    public MailFile? Shown { get; private set; }

    /// <summary>Shows the list or one mail.</summary>
    public IActionResult OnGet()
    {
        if (Name is null) Mails = [.. files.List().Take(Most)];
        else if ((Shown = files.Find(Name)) is null) return NotFound();
        return Page();
    }
}
