using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Reviews.Phrases;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Phrases;

/// <summary>An officer's phrases for opinions: keep one, drop one.</summary>
internal sealed class IndexModel(PhraseBook book) : PageModel
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What is offered to the officer.</summary>
    public IReadOnlyList<Phrase> Phrases { get; private set; } = [];

    /// <summary>The unit that the officer heads; null for none.</summary>
    public ActorAppointment? Unit => PhraseBook.UnitOf(User.Actor());

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Phrases = await book.OfferedAsync(User.Actor(), ct);

    /// <summary>Keeps one.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var kept = await book.KeepAsync(User.Actor(), Input.Text, Input.ForUnit, ct);
            if (kept.Succeeded) return this.RedirectWithBanner("/Officer/Phrases/Index", "Phrases.Kept");
            this.AddRefusal(kept.Refusal, kept.Refusal is PhraseSharedByHeadOnly ? "Input.ForUnit" : "Input.Text");
        }

        await OnGetAsync(ct);
        return Page();
    }

    /// <summary>Drops an own one.</summary>
    public async Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken ct)
    {
        await book.DropAsync(User.Actor(), id, ct);
        return this.RedirectWithBanner("/Officer/Phrases/Index", "Phrases.Dropped");
    }

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>The words.</summary>
        [MaxLength(Phrase.LongestText), DataType(DataType.MultilineText), Display(Name = "Phrases.Text")]
        public string? Text { get; set; }

        /// <summary>Whether it is offered to the whole unit.</summary>
        [Display(Name = "Phrases.ForUnit")]
        public bool ForUnit { get; set; }
    }
}
