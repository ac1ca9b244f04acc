using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Presentation.Slips;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Paper;

/// <summary>A written notice to print, seal and hand over, for officers who read the whole case.</summary>
internal sealed class SlipModel(CaseVisibility visibility, SlipReader slips) : PageModel
{
    /// <summary>The notice.</summary>
    public SlipView Slip { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, SlipKind kind, CancellationToken ct)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(kind)) return NotFound();
        if (!await visibility.SeesAsync(User.Actor(), id, ct) || await slips.ReadAsync(id, kind, ct) is not { } slip) return NotFound();
        Slip = slip;
        return Page();
    }
}
