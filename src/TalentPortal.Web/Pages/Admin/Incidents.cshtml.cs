using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews.Incidents;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Admin;

/// <summary>Workflows that stopped: what went wrong, where, and trying again with a reason. No case content is shown.</summary>
[RequirePermission(Permission.RunOperations)]
internal sealed class IncidentsModel(PortalDbContext db, IMapper mapper, IncidentRescue rescue, ListDesk desk)
    : FilteredListModel<IncidentView>(desk)
{
    private const int MostShown = 200;

    /// <summary>Whether those that wait are shown, or those settled; null for both.</summary>
    [FromQuery(Name = "state")]
    public IncidentState? State { get; set; }

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

    /// <inheritdoc />
    protected override ListDeclaration<IncidentView> List => IncidentColumns.List;

    /// <inheritdoc />
    protected override IEnumerable<(string Name, object? Value)> Filter => [("state", State)];

    /// <summary>Tries again.</summary>
    public async Task<IActionResult> OnPostRetryAsync(string incident, CancellationToken ct)
    {
        var result = await rescue.RunAsync(
            new RescueRequest(incident, IncidentDeed.Retried, Reason ?? ""),
            this.Begin(OperationId, "IncidentRetrying", nameof(PortalRole.Administrator)), ct);
        if (result.Succeeded) return this.RedirectWithBanner("Incidents", "Admin.Incidents.Retried", new { state = State });
        this.AddRefusal(result.Refusal, result.Refusal is IncidentReasonMissing ? "Reason" : "");
        About = incident;
        await OpenAsync(ct);
        await ShowAsync(ct);
        return Page();
    }

    /// <summary>A new operation for a form.</summary>
    public static Guid NewOperation() => Ids.New();

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct) => Rows = await ReadAsync(MostShown, ct);

    /// <inheritdoc />
    protected override async Task<Result<IReadOnlyList<IncidentView>>> RowsAsync(int most, CancellationToken ct) =>
        Result.Of(await ReadAsync(most + 1, ct));

    private async Task<IReadOnlyList<IncidentView>> ReadAsync(int most, CancellationToken ct)
    {
        var rows = db.Incidents.AsNoTracking();
        if (State is { } state) rows = rows.Where(row => row.ResolvedAt == null == (state == IncidentState.Open));
        var found = await (from incident in rows
                           join one in db.Cases.AsNoTracking() on incident.CaseId equals one.Id
                           orderby incident.ResolvedAt == null descending, incident.ResolvedAt descending, incident.OccurredAt, incident.Id
                           select new IncidentParts { Incident = incident, Case = one })
            .Take(most).ProjectTo<IncidentView>(mapper.ConfigurationProvider).ToListAsync(ct);
        return List.Sorted(found, Head.Sort, Head.Words);
    }
}
