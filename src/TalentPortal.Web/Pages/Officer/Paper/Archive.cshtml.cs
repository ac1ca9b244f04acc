using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Paper;

/// <summary>Hands over a whole case as one ZIP, after a reason was given and written into the case's history.</summary>
internal sealed class ArchiveModel(CaseVisibility visibility, CaseFileQuery files, CaseExports exports, ArchiveWriter writer) : PageModel
{
    /// <summary>The case.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The id of the operation.</summary>
    [BindProperty(Name = "operationId")]
    public Guid OperationId { get; set; }

    /// <summary>For what it is needed.</summary>
    [BindProperty, MaxLength(DecisionRules.LongestReason), DataType(DataType.MultilineText), Display(Name = "Slips.Archive.Reason")]
    public string? Reason { get; set; }

    /// <summary>The case as it is read.</summary>
    public CaseFile Case { get; private set; } = null!;

    /// <summary>Asks for the reason.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        OperationId = Ids.New();
        return await FindAsync(ct) ? Page() : NotFound();
    }

    /// <summary>Writes it down and sends the ZIP as it is made; nothing of it is kept on disk.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var recorded = await exports.RecordAsync(User.Actor(), Id, Reason, this.Begin(OperationId, "CaseExporting"), ct);
        if (!recorded.Succeeded)
        {
            this.AddRefusal(recorded.Refusal, nameof(Reason));
            return Page();
        }

        // Closing an entry of a ZIP writes its rest synchronously, even when it was opened asynchronously.
        if (HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{Case.Number}.zip\"";
        await writer.WriteAsync(Case, Response.Body, ct);
        return new EmptyResult();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!await visibility.SeesAsync(User.Actor(), Id, ct) || await files.ReadAsync(Id, FileReach.Full, ct) is not { } file)
            return false;
        Case = file;
        return true;
    }
}
