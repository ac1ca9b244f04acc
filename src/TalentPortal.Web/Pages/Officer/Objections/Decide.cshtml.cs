using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Objections;

/// <summary>The talent office upholds or rejects an objection; until then the entry is frozen.</summary>
[RequirePermission(Permission.RunNotices)]
internal sealed class DecideModel(NoticeQueries notices, NoticeService service, TimeProvider time, IStringLocalizer texts) : PageModel
{
    /// <summary>The objection's key.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The id of the operation.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The objection.</summary>
    public ObjectionRow Row { get; private set; } = null!;

    /// <summary>The two answers.</summary>
    public IReadOnlyList<FieldOption> Answers =>
    [
        new("false", texts["PublicNotices.Reject"]),
        new("true", texts["PublicNotices.Uphold"]),
    ];

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        OperationId = Guid.NewGuid();
        return ShowAsync(ct);
    }

    /// <summary>Decides.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid && Input.Upheld is { } upheld)
        {
            var actor = User.Actor();
            var operation = Operation.Begin(OperationId, "ObjectionDeciding", actor.UserId, nameof(PortalRole.TalentOffice), time);
            var result = await service.DecideAsync(actor, new ObjectionDecision(Id, upheld, Input.Finding), operation, ct);
            if (result.Succeeded) return this.RedirectWithBanner("Index", "PublicNotices.Decided");
            if (result.Refusal is CaseNotFound) return NotFound();
            this.AddRefusal(result.Refusal, result.Refusal is FindingInvalid ? "Input.Finding" : "");
        }

        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await notices.FindObjectionAsync(Id, ct) is not { } found) return NotFound();
        Row = found;
        return Page();
    }

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>Whether the objection is right.</summary>
        [Required, Display(Name = "PublicNotices.Decision")]
        public bool? Upheld { get; set; }

        /// <summary>What was found.</summary>
        [Required, MaxLength(NoticeService.LongestText), DataType(DataType.MultilineText), Display(Name = "PublicNotices.Finding")]
        public string Finding { get; set; } = "";
    }
}
