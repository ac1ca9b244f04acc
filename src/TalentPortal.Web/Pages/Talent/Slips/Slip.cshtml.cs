using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Presentation.Slips;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Slips;

/// <summary>A written notice about an own case, on one sheet.</summary>
public sealed class SlipModel(OwnApplications applications, SlipReader slips) : PageModel
{
    /// <summary>The notice.</summary>
    public SlipView Slip { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string number, SlipKind kind, CancellationToken ct)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(kind)) return NotFound();
        if (await applications.FindAsync(User.Actor(), number, ct) is not { IsDraft: false } own) return NotFound();
        if (await slips.ReadAsync(own.Row.CaseId, kind, ct) is not { } slip) return NotFound();
        Slip = slip;
        return Page();
    }
}
