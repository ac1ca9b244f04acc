using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Notifications;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin;

/// <summary>Messages and jobs that were given up, to be tried again. Recipients are not named: their accounts' keys are.</summary>
[RequirePermission(Permission.RunOperations)]
internal sealed class FailuresModel(PortalDbContext db, IMapper mapper, OutboxQueue outbox, JobQueue jobs, AuditStreams audit) : PageModel
{
    private const int MostShown = 200;

    /// <summary>Messages given up, the newest first.</summary>
    public IReadOnlyList<FailureRow> Messages { get; private set; } = [];

    /// <summary>Jobs given up, the newest first.</summary>
    public IReadOnlyList<FailureRow> Jobs { get; private set; } = [];

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Messages = await db.Set<OutboxMessage>().Where(row => row.Status == OutboxStatus.Failed)
            .OrderByDescending(row => row.CreatedAt).Take(MostShown).ProjectTo<FailureRow>(mapper.ConfigurationProvider).ToListAsync(ct);
        Jobs = await db.Set<Job>().Where(row => row.Status == JobStatus.Failed)
            .OrderByDescending(row => row.CreatedAt).Take(MostShown).ProjectTo<FailureRow>(mapper.ConfigurationProvider).ToListAsync(ct);
    }

    /// <summary>Has a message tried again.</summary>
    public Task<IActionResult> OnPostMessageAsync(Guid id, CancellationToken ct) =>
        RetryAsync("MessageRetried", id, () => outbox.RetryAsync(id, ct), ct);

    /// <summary>Has a job tried again.</summary>
    public Task<IActionResult> OnPostJobAsync(Guid id, CancellationToken ct) =>
        RetryAsync("JobRetried", id, () => jobs.RetryAsync(id, ct), ct);

    private async Task<IActionResult> RetryAsync(string type, Guid id, Func<Task<bool>> retry, CancellationToken ct)
    {
        if (!await retry()) return this.RedirectWithBanner("Failures", "Admin.Failures.Gone", routeValues: null, "warn");
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = id };
        await audit.AppendAsync(AuditStream.Administration, type, this.Begin(Guid.Empty, type, nameof(PortalRole.Administrator)),
            facts, ct);
        return this.RedirectWithBanner("Failures", "Admin.Failures.Retried");
    }
}
