using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Data;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Orchestration.Traces;

/// <summary>Follows instances through their definitions: where they were, for how many working days, where they are.</summary>
public sealed class ProcessTraces(
    PortalDbContext db, InstanceJournal journal, WorkflowDefinitions definitions, WorkingCalendar calendar, PortalTimeZone zone)
{
    /// <summary>The case's own process: the first instance that no other one started. Null while it is a draft.</summary>
    public async Task<ProcessTrace?> OfCaseAsync(Guid caseId, CancellationToken ct)
    {
        var row = await db.WorkflowInstances.AsNoTracking().Where(row => row.CaseId == caseId && row.ParentId == null)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).FirstOrDefaultAsync(ct);
        return row is null ? null : await ReadAsync(row, ct);
    }

    /// <summary>One instance; null when there is none of that id.</summary>
    public async Task<ProcessTrace?> OfInstanceAsync(string instanceId, CancellationToken ct)
    {
        var row = await db.WorkflowInstances.AsNoTracking().FirstOrDefaultAsync(row => row.Id == instanceId, ct);
        return row is null ? null : await ReadAsync(row, ct);
    }

    private async Task<ProcessTrace> ReadAsync(WorkflowInstanceRow row, CancellationToken ct)
    {
        var definition = await definitions.FindAsync(row.DefinitionId, row.DefinitionVersion, ct)
            ?? throw new InvalidOperationException($"There is no workflow definition {row.DefinitionId} v{row.DefinitionVersion}.");
        var read = new Dictionary<string, JournalSpans>(StringComparer.Ordinal);
        foreach (var entry in await journal.OfCaseAsync(row.CaseId, ct))
        {
            if (entry.InstanceId != row.Id || definition.Find(entry.ActivityId) is null) continue;
            if (!read.TryGetValue(entry.ActivityId, out var spans)) read[entry.ActivityId] = spans = new JournalSpans();
            spans.Add(entry);
        }

        var now = Now(row);
        var activities = read.ToDictionary(one => one.Key, one => Complete(one.Value.ToTrace(one.Key), now), StringComparer.Ordinal);
        return new ProcessTrace(row, definition, activities.AsReadOnly()) { Running = now };
    }

    private WorkflowInstance? Now(WorkflowInstanceRow row) =>
        row.Status == nameof(WorkflowStatus.Running) ? definitions.Runner.Load(row.State).Instances[0] : null;

    private ActivityTrace Complete(ActivityTrace trace, WorkflowInstance? now) => trace with
    {
        IsLive = now?.ActiveActivityIds.Contains(trace.ActivityId, StringComparer.Ordinal) == true,
        HasIncident = now?.Incidents.Any(incident => incident.ActivityId == trace.ActivityId) == true,
        DueAt = now?.Bookmarks.Where(wait => wait.ActivityId == trace.ActivityId).Min(wait => wait.DueAt),
        WorkingDays = trace.Spans.Sum(span => calendar.WorkingDaysBetween(zone.DateOf(span.From), zone.DateOf(span.To ?? zone.Now))),
    };
}
