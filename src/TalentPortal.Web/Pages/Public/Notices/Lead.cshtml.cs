using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Core.PublicNotices.Objections;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Public.Notices;

/// <summary>Somebody says something about an entry without a name: it is registered, it freezes nothing, it is not answered.</summary>
[NoIndex]
[EnableRateLimiting(RequestLimits.Leads)]
internal sealed class LeadModel(NoticeQueries notices, NoticeLeads leads, TimeProvider time) : PageModel
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
        OperationId = Ids.New();
        return await FindAsync(ct) ? Page() : NotFound();
    }

    /// <summary>Registers the lead. Whoever is signed in is not written down either.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var result = await leads.RegisterAsync(
            EntryId, Input.Content, Operation.Begin(OperationId, "LeadRegistering", userId: null, role: null, time), ct);
        if (result.Succeeded) return this.RedirectWithBanner("Details", "Objections.LeadReceived", new { id = Id });
        if (result.Refusal is CaseNotFound) return NotFound();
        this.AddRefusal(result.Refusal, result.Refusal is ObjectionTextInvalid ? "Input.Content" : "");
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await notices.FindAsync(Id, ct) is not { } found || found.Entries.FirstOrDefault(entry => entry.Id == EntryId) is not { } entry)
            return false;
        (Notice, Entry) = (found, entry);
        return true;
    }

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>What was seen or heard.</summary>
        [Required, MaxLength(NoticeLeads.LongestText), DataType(DataType.MultilineText), Display(Name = "PublicNotices.ObjectionContent")]
        public string Content { get; set; } = "";
    }
}
