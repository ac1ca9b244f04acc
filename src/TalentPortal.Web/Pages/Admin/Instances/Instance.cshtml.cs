using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Orchestration.Traces;
using TalentPortal.Core.Reviews.Incidents;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Processes;
using TalentPortal.Web.Presentation.Views;
using TalentPortal.Web.Security;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Web.Pages.Admin.Instances;

/// <summary>One workflow instance: its drawing, what it waits for, what stopped it, its variables by name, its journal.</summary>
[RequirePermission(Permission.RunOperations)]
internal sealed class InstanceModel(
    PortalDbContext db, ProcessTraces traces, InstanceJournal journal, ProcessViews processes, VariableUnmasking unmasking)
    : PageModel
{
    private const int JournalPage = 40;

    /// <summary>Which instance.</summary>
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>The page of the journal, from 1.</summary>
    [FromQuery(Name = "journal")]
    public int JournalAt { get; set; } = 1;

    /// <summary>The variable whose value is asked for, as forms name it.</summary>
    [BindProperty(Name = "variable", SupportsGet = true)]
    public string? Variable { get; set; }

    /// <summary>Why it is looked at.</summary>
    [BindProperty]
    public VariableReason? Reason { get; set; }

    /// <summary>The operation of the form.</summary>
    [BindProperty]
    public Guid OperationId { get; set; } = Ids.New();

    /// <summary>The instance.</summary>
    public ProcessTrace Trace { get; private set; } = null!;

    /// <summary>Its drawing.</summary>
    public ProcessView Process { get; private set; } = null!;

    /// <summary>Number of its case; empty before it has one.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Its incidents, the open ones first.</summary>
    public IReadOnlyList<IncidentRow> Incidents { get; private set; } = [];

    /// <summary>Instances that it started.</summary>
    public IReadOnlyList<string> Children { get; private set; } = [];

    /// <summary>The journal's page, the newest first.</summary>
    public IReadOnlyList<JournalEntry> Journal { get; private set; } = [];

    /// <summary>To the journal's other pages.</summary>
    public PagerView Pager { get; private set; } = new(null, null);

    /// <summary>The variable that is asked for; null where there is none of that name.</summary>
    public InstanceVariable? Asked => Variable is { } place && Trace.Running is { } running ? VariablePlace.Find(running, place) : null;

    /// <summary>The variable with its value in full; null before a reason was given.</summary>
    public InstanceVariable? Revealed { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    /// <summary>Shows the value of a variable, once, after the reason was written down.</summary>
    public async Task<IActionResult> OnPostRevealAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (Reason is not { } reason || !Enum.IsDefined(reason))
        {
            ModelState.AddModelError("Reason",
                HttpContext.RequestServices.GetRequiredService<IStringLocalizer>()["Reviews.Reveal.NoReason"]);
            return Page();
        }

        var result = await unmasking.RevealAsync(
            User.Actor(), Id, Variable ?? "", reason, this.Begin(OperationId, "Unmasking", nameof(PortalRole.Administrator)), ct);
        if (result.Succeeded) Revealed = result.Value;
        else this.AddRefusal(result.Refusal);
        return Page();
    }

    /// <summary>An activity's name on the drawing; its id where it is not drawn.</summary>
    public string NameOf(string activityId) => Process.Steps.GetValueOrDefault(activityId)?.Name ?? activityId;

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await traces.OfInstanceAsync(Id, ct) is not { } trace) return false;
        Trace = trace;
        Process = await processes.OfAsync(trace, ct);
        var caseId = trace.Instance.CaseId;
        Number = await db.Cases.AsNoTracking().Where(row => row.Id == caseId).Select(row => row.Number).SingleAsync(ct) ?? "";
        Incidents = await db.Incidents.AsNoTracking().Where(row => row.InstanceId == Id)
            .OrderByDescending(row => row.ResolvedAt == null).ThenByDescending(row => row.OccurredAt).ToListAsync(ct);
        Children = await db.WorkflowInstances.AsNoTracking().Where(row => row.ParentId == Id)
            .OrderBy(row => row.CreatedAt).Select(row => row.Id).ToListAsync(ct);
        var entries = (await journal.OfCaseAsync(caseId, ct)).Where(entry => entry.InstanceId == Id).Reverse().ToList();
        var pages = Math.Max(1, (entries.Count + JournalPage - 1) / JournalPage);
        var page = Math.Clamp(JournalAt, 1, pages);
        Journal = [.. entries.Skip((page - 1) * JournalPage).Take(JournalPage)];
        Pager = new PagerView(page > 1 ? $"?journal={page - 1}#journal" : null, page < pages ? $"?journal={page + 1}#journal" : null);
        return true;
    }
}
