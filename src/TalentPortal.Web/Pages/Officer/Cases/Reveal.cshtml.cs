using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Cases;

/// <summary>Shows one masked value in full, once, after a reason was given and written into the log.</summary>
internal sealed class RevealModel(ReviewQuery reviews, CaseFileQuery files, CaseVisibility visibility, Unmasking unmasking) : PageModel
{
    /// <summary>The case.</summary>
    public CaseFile Case { get; private set; } = null!;

    /// <summary>Which answer.</summary>
    [BindProperty(SupportsGet = true)]
    public string Path { get; set; } = "";

    /// <summary>Why.</summary>
    [BindProperty]
    public UnmaskReason? Reason { get; set; }

    /// <summary>The operation of the form.</summary>
    [BindProperty]
    public Guid OperationId { get; set; } = Ids.New();

    /// <summary>What was asked.</summary>
    public string Label => Case.Item.FindField(Path)?.Label.ToString() ?? Path;

    /// <summary>The value in full; null before a reason was given.</summary>
    public string? Value { get; private set; }

    /// <summary>Asks for the reason.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    /// <summary>Writes it down and shows the value.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        if (Reason is not { } reason || !Enum.IsDefined(reason))
        {
            ModelState.AddModelError("Reason", HttpContext.RequestServices.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer>()["Reviews.Reveal.NoReason"]);
            return Page();
        }

        var revealed = await unmasking.RevealAsync(User.Actor(), id, Path, reason, this.Begin(OperationId, "Unmasking"), ct);
        if (!revealed.Succeeded) return NotFound();
        Value = revealed.Value;
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var reach = await reviews.ReachAsync(User.Actor(), visibility, id, ct);
        if (!Unmasking.May(User.Actor(), reach) || await files.ReadAsync(id, reach, ct) is not { } file) return false;
        Case = file;
        return file.SecretPaths.Contains(Path);
    }
}
