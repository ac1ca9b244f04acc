using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews.Incidents;
using TalentPortal.Web.Pages.Officer;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin;

/// <summary>Workflows that stopped: what went wrong, where, and trying again with a reason. No case content is shown.</summary>
[RequirePermission(Permission.RunOperations)]
internal sealed class IncidentsModel(PortalDbContext db, IMapper mapper, IncidentRescue rescue) : PageModel
{
    private const int MostShown = 100;

    /// <summary>Those that wait, the oldest first, then those settled last.</summary>
    public IReadOnlyList<IncidentView> Rows { get; private set; } = [];

    /// <summary>The incident that the form was about.</summary>
    public string? About { get; private set; }

    /// <summary>Why it is tried again.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The operation of the form.</summary>
    [BindProperty]
    public Guid OperationId { get; set; }

    /// <summary>Lists them.</summary>
    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>Tries again.</summary>
    public async Task<IActionResult> OnPostRetryAsync(string incident, CancellationToken ct)
    {
        var result = await rescue.RunAsync(
            new RescueRequest(incident, IncidentDeed.Retried, Reason ?? ""), this.Begin(OperationId, "IncidentRetrying", nameof(PortalRole.Administrator)), ct);
        if (result.Succeeded) return this.RedirectWithBanner("Incidents", "Admin.Incidents.Retried");
        this.AddRefusal(result.Refusal, result.Refusal is IncidentReasonMissing ? "Reason" : "");
        About = incident;
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>A new operation for a form.</summary>
    public static Guid NewOperation() => Ids.New();

    private async Task LoadAsync(CancellationToken ct)
    {
        Rows = await (from incident in db.Incidents.AsNoTracking()
                      join one in db.Cases.AsNoTracking() on incident.CaseId equals one.Id
                      orderby incident.ResolvedAt == null descending, incident.ResolvedAt descending, incident.OccurredAt
                      select new IncidentParts { Incident = incident, Case = one })
            .Take(MostShown).ProjectTo<IncidentView>(mapper.ConfigurationProvider).ToListAsync(ct);
    }
}
