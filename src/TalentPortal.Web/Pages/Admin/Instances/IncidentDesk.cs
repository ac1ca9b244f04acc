using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Data;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Orchestration.Traces;
using TalentPortal.Core.Reviews.Incidents;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Web.Pages.Admin.Instances;

/// <summary>An incident with the workflow that it stopped.</summary>
internal sealed record IncidentDeskView
{
    /// <summary>The incident.</summary>
    public required IncidentRow Row { get; init; }

    /// <summary>Number of its case; empty before it has one.</summary>
    public required string Number { get; init; }

    /// <summary>The workflow; null where the incident belongs to none.</summary>
    public required ProcessTrace? Trace { get; init; }

    /// <summary>Whether the case is an application that is still open: cancelling its workflow ends it.</summary>
    public required bool EndsApplication { get; init; }

    /// <summary>Whether the case has its result.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>The workflow as it runs; null when it is over.</summary>
    public WorkflowInstance? Running => Trace?.Running;

    /// <summary>The outcomes with which the activity can count as done.</summary>
    public IReadOnlyList<string> Outcomes =>
        Running?.Incidents.FirstOrDefault(one => one.Id == Row.Id) is { } stopped ? Running.OutcomesOf(stopped) : [];

    /// <summary>The activities to which it can be moved; joins and ends are no steps.</summary>
    public IReadOnlyList<ActivityNode> Steps => Trace is null || Running is null || IsClosed ? [] : [.. Trace.Definition.Activities
        .Where(activity => activity is { CanMoveTo: true, Parent: not null } && activity != Trace.Definition.Root)];

    /// <summary>What can be done with it.</summary>
    public IReadOnlyList<IncidentDeed> Deeds => [.. Enum.GetValues<IncidentDeed>().Where(deed => deed switch
    {
        IncidentDeed.Skipped => Outcomes.Count > 0,
        IncidentDeed.VariableSet => Running?.Variables.Count > 0,
        IncidentDeed.Moved => Steps.Count > 0,
        IncidentDeed.Cancelled => Running is not null,
        _ => true,
    })];

    /// <summary>Why something can't be done; null when it can.</summary>
    public Core.Kernel.Refusal? WhyNot(RescueRequest request) => RescueRules.WhyNot(request, Running, IsClosed);
}

/// <summary>Reads an incident for the page that settles it.</summary>
internal sealed class IncidentDesk(PortalDbContext db, ProcessTraces traces)
{
    /// <summary>Reads it; null when there is none of that id.</summary>
    public async Task<IncidentDeskView?> ReadAsync(string id, CancellationToken ct)
    {
        var found = await (from incident in db.Incidents.AsNoTracking()
                           join one in db.Cases.AsNoTracking() on incident.CaseId equals one.Id
                           where incident.Id == id
                           select new { incident, one.Number }).FirstOrDefaultAsync(ct);
        if (found is null) return null;
        var status = await db.Applications.AsNoTracking().Where(row => row.CaseId == found.incident.CaseId)
            .Select(row => (ApplicationStatus?)row.Status).FirstOrDefaultAsync(ct);
        var isClosed = status is { } known && ApplicationStatuses.Final.Contains(known);
        return new IncidentDeskView
        {
            Row = found.incident,
            Number = found.Number ?? "",
            Trace = found.incident.InstanceId is { } instance ? await traces.OfInstanceAsync(instance, ct) : null,
            IsClosed = isClosed,
            EndsApplication = status is not null && !isClosed,
        };
    }
}
