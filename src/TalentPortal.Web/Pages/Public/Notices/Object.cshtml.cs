using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Cases;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Public.Notices;

/// <summary>A signed-in person objects to one entry, under the account's name.</summary>
[NoIndex]
internal sealed class ObjectModel(NoticeQueries notices, NoticeService service, TimeProvider time) : PageModel
{
    /// <summary>The notice.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The entry.</summary>
    [FromRoute(Name = "entry")]
    public Guid EntryId { get; set; }

    /// <summary>The id of the operation, so that a double click counts once.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The notice with its entry.</summary>
    public NoticeView Notice { get; private set; } = null!;

    /// <summary>Whom it is about.</summary>
    public NoticeEntryView Entry { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (User.FindActor() is null) return Challenge();
        OperationId = Guid.NewGuid();
        return await ShowAsync(ct);
    }

    /// <summary>Objects.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (User.FindActor() is not { } actor) return Challenge();
        if (ModelState.IsValid)
        {
            var operation = Operation.Begin(OperationId, "ObjectionRaising", actor.UserId, role: null, time);
            var result = await service.RaiseAsync(actor, EntryId, Input.Content, operation, ct);
            if (result.Succeeded) return this.RedirectWithBanner("Details", "PublicNotices.Objected", new { id = Id });
            if (result.Refusal is CaseNotFound) return NotFound();
            this.AddRefusal(result.Refusal, result.Refusal is ObjectionTextInvalid ? "Input.Content" : "");
        }

        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await notices.FindAsync(Id, ct) is not { } found || found.Entries.FirstOrDefault(entry => entry.Id == EntryId) is not { } entry)
            return NotFound();
        (Notice, Entry) = (found, entry);
        return Page();
    }

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>What is wrong.</summary>
        [Required, MaxLength(NoticeService.LongestText), DataType(DataType.MultilineText), Display(Name = "PublicNotices.ObjectionContent")]
        public string Content { get; set; } = "";
    }
}
