using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Notices;

/// <summary>An officer records an objection that came by letter, visit or phone.</summary>
[RequirePermission(Permission.RunNotices)]
internal sealed class RecordModel(NoticeQueries notices, NoticeService service, TimeProvider time) : PageModel
{
    /// <summary>The notice.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The id of the operation.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The notice.</summary>
    public NoticeView Notice { get; private set; } = null!;

    /// <summary>The entries that still wait.</summary>
    public IReadOnlyList<FieldOption> Entries =>
        [.. Notice.Entries.Where(entry => entry.IsOpen).Select(entry => new FieldOption(entry.Id.ToString(), entry.Name))];

    /// <summary>Shows the form.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        OperationId = Guid.NewGuid();
        return ShowAsync(ct);
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid && Input.EntryId is { } entry && Input.RaisedOn is { } day)
        {
            var actor = User.Actor();
            var operation = Operation.Begin(OperationId, "ObjectionRecording", actor.UserId, nameof(PortalRole.TalentOffice), time);
            var result = await service.RecordAsync(actor, new RecordedObjection(entry, day, Input.Content), operation, ct);
            if (result.Succeeded) return this.RedirectWithBanner("/Officer/Objections/Index", "PublicNotices.Recorded");
            if (result.Refusal is CaseNotFound) return NotFound();
            this.AddRefusal(result.Refusal, result.Refusal is ObjectionOutsidePeriod ? "Input.RaisedOn" : "");
        }

        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await notices.FindAsync(Id, ct) is not { } found) return NotFound();
        Notice = found;
        return Page();
    }

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>Against whom.</summary>
        [Required, Display(Name = "PublicNotices.Name")]
        public Guid? EntryId { get; set; }

        /// <summary>When it arrived.</summary>
        [Required, DataType(DataType.Date), Display(Name = "PublicNotices.RaisedOn")]
        public DateOnly? RaisedOn { get; set; }

        /// <summary>Who objects and what is wrong.</summary>
        [Required, MaxLength(NoticeService.LongestText), DataType(DataType.MultilineText), Display(Name = "PublicNotices.ObjectionContent")]
        public string Content { get; set; } = "";
    }
}
