using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Data;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin;

/// <summary>What waits for an administrator, and what is installed; each figure opens its list.</summary>
[Authorize(Policy = Policies.Administration)]
internal sealed class IndexModel(PortalDbContext db, ServiceItems items, ParameterTable parameters, TimeProvider time) : PageModel
{
    /// <summary>Incidents that wait.</summary>
    public int Incidents { get; private set; }

    /// <summary>Messages given up.</summary>
    public int Messages { get; private set; }

    /// <summary>Jobs given up.</summary>
    public int Jobs { get; private set; }

    /// <summary>Appointments that hold.</summary>
    public int Appointments { get; private set; }

    /// <summary>Service items that are offered.</summary>
    public int Items => items.Current.Count;

    /// <summary>Parameters that nobody has verified.</summary>
    public int Unverified { get; private set; }

    /// <summary>Counts.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        Unverified = parameters.On(today).Count(one => one.Provenance is Provenance.DefaultUnverified);
        Incidents = await db.Incidents.CountAsync(row => row.ResolvedAt == null, ct);
        Messages = await db.Set<OutboxMessage>().CountAsync(row => row.Status == OutboxStatus.Failed, ct);
        Jobs = await db.Set<Job>().CountAsync(row => row.Status == JobStatus.Failed, ct);
        Appointments = await db.Appointments.CountAsync(row => row.FromOn <= today && (row.ToOn == null || row.ToOn >= today), ct);
    }
}
