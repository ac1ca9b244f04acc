using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Orchestration;

/// <summary>An administrator has a stopped workflow tried again, and says why.</summary>
public sealed class IncidentRetry(PortalDbContext db, CaseTransaction transactions, Orchestrator orchestrator)
{
    /// <summary>Longest reason, in UTF-16 code units.</summary>
    public const int LongestReason = 400;

    /// <summary>Tries again. What fails again is a new incident.</summary>
    /// <param name="incidentId">Which incident.</param>
    /// <param name="reason">Why, in a sentence without personal values; kept with the incident.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> RunAsync(string incidentId, string reason, Operation operation, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new IncidentReasonMissing();
        var caseId = await db.Incidents.AsNoTracking().Where(row => row.Id == incidentId).Select(row => (Guid?)row.CaseId).FirstOrDefaultAsync(ct);
        if (caseId is not { } id) return new IncidentSettled();
        return await transactions.RunAsync(id, operation, async (work, token) =>
        {
            if (!work.Rows<IncidentRow>().Any(row => row.Id == incidentId)) return new IncidentSettled();
            work.Record("IncidentRetried", ("incident", incidentId));
            if (!await orchestrator.RetryAsync(work, incidentId, token)) return new IncidentSettled();
            var rows = work.Rows<IncidentRow>();
            var text = reason.Trim();
            rows.Replace(rows.Single(row => row.Id == incidentId) with
            {
                ResolvedAt = work.Now,
                ResolvedBy = work.Operation.UserId,
                Resolution = text[..Math.Min(text.Length, LongestReason)],
            });
            return Result.Success;
        }, ct);
    }
}
