using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Data;
using TalentPortal.Core.Files;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Materials;

/// <summary>A material within a page, for whom it belongs to.</summary>
public sealed class PreviewModel(PortalDbContext db) : PageModel
{
    /// <summary>The material.</summary>
    public Material Material { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var actor = User.Actor();
        var found = await db.Set<Material>().AsNoTracking().SingleOrDefaultAsync(
            material => material.Id == id && material.RemovedAt == null
                && (material.OwnerUserId == actor.UserId || (actor.PersonId != null && material.PersonId == actor.PersonId)), ct);
        if (found is null) return NotFound();
        Material = found;
        return Page();
    }
}
