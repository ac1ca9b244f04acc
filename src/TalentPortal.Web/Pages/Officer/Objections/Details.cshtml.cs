using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Core.PublicNotices.Objections;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Objections;

/// <summary>One objection: what was said, which case it stops, where its own case waits. It is worked on at the desk, as a task.</summary>
[RequirePermission(Permission.RunNotices)]
internal sealed class DetailsModel(ObjectionQueries objections, ObjectionCases cases) : PageModel
{
    /// <summary>The objection.</summary>
    public ObjectionRow Row { get; private set; } = null!;

    /// <summary>The task, when it lies before a unit of the reader's.</summary>
    public Guid? TaskAtHand =>
        Row.Waiting is { } waiting && User.Actor().Appointments.Any(held => held.OrganisationId == waiting.OrganisationId)
        ? waiting.Id : null;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await objections.FindAsync(id, ct) is not { } found) return NotFound();
        Row = found;
        return Page();
    }

    /// <summary>The name of the step that waits.</summary>
    public string StepName(ObjectionTask waiting) =>
        cases.Item.Item.Guide.Steps.FirstOrDefault(step => step.Code == waiting.Step)?.Name.ToString() ?? waiting.Step;
}
