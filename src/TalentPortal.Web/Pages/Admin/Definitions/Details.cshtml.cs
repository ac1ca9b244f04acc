using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Definitions;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Orchestration.Schedules;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin.Definitions;

/// <summary>One definition: its versions with who and when, and everything that uses it.</summary>
[RequirePermission(Permission.RunOperations)]
internal sealed class DetailsModel(
    DefinitionRegister register, DefinitionUses uses, ScheduleRegister schedules, WorkflowDefinitions definitions) : PageModel
{
    /// <summary>The definition.</summary>
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>Its versions, the newest first.</summary>
    public IReadOnlyList<DefinitionVersion> Versions { get; private set; } = [];

    /// <summary>The service items' versions that it handles.</summary>
    public IReadOnlyList<ItemUse> Items { get; private set; } = [];

    /// <summary>The definitions that run it.</summary>
    public IReadOnlyList<DispatchUse> Dispatches { get; private set; } = [];

    /// <summary>What the clock starts of it.</summary>
    public ClockView Clock { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Versions = await register.OfAsync(Id, ct);
        if (Versions.Count == 0) return NotFound();
        Items = await uses.ItemsAsync(Id, ct);
        Dispatches = uses.Dispatches(Id);
        Clock = ClockView.Of(await schedules.PlannedAsync(Id, ct), await schedules.StartsAsync(Id, ClockView.MostShown, ct),
            plan => definitions.Runner.Catalog.Find(plan.DefinitionId, plan.Version)?.Find(plan.ActivityId));
        return Page();
    }
}
