using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Reviews.Incidents;

/// <summary>An administrator gets a stopped workflow going again, or ends it, and says why.</summary>
public sealed class IncidentRescue(
    PortalDbContext db, CaseTransaction transactions, Orchestrator orchestrator, CaseReturns returns, CaseEnding ending)
{
    /// <summary>Does it. What fails again is a new incident.</summary>
    public async Task<Result> RunAsync(RescueRequest request, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reason = AnswerText.Clean(request.Reason, keepLines: false);
        if (reason.Length == 0) return new IncidentReasonMissing();
        var caseId = await db.Incidents.AsNoTracking().Where(row => row.Id == request.IncidentId)
            .Select(row => (Guid?)row.CaseId).FirstOrDefaultAsync(ct);
        if (caseId is not { } id) return new IncidentSettled();
        return await transactions.RunAsync(id, operation, async (work, token) =>
        {
            if (work.Rows<IncidentRow>().FirstOrDefault(row => row.Id == request.IncidentId) is not { } incident)
                return new IncidentSettled();
            work.Record("Incident" + request.Deed, ("incident", incident.Id), ("activity", incident.ActivityId), About(request));
            var done = await ActAsync(work, incident, request, reason, token);
            if (!done.Succeeded) return done;
            Settle(work, request, reason);
            return Result.Success;
        }, ct);
    }

    private static (string, object?) About(RescueRequest request) => request.Deed switch
    {
        IncidentDeed.Skipped => ("outcome", request.Outcome),
        IncidentDeed.VariableSet => ("variable", request.Variable),
        IncidentDeed.Moved => ("to", request.ActivityId),
        _ => ("deed", request.Deed.ToString()),
    };

    private async Task<Result> ActAsync(CaseWork work, IncidentRow incident, RescueRequest request, string reason, CancellationToken ct)
    {
        var row = work.Rows<WorkflowInstanceRow>()
            .FirstOrDefault(row => row.Id == incident.InstanceId && row.Status == nameof(WorkflowStatus.Running));
        var running = row is null ? null : await orchestrator.ReadAsync(row.DefinitionId, row.DefinitionVersion, row.State, ct);
        if (RescueRules.WhyNot(request, running, work.Rows<Application>().FirstOrDefault() is { IsFinal: true }) is { } refusal)
            return refusal;
        if (running is null) return Result.Success;
        switch (request.Deed)
        {
            case IncidentDeed.Skipped:
                if (!await orchestrator.SkipAsync(work, request.IncidentId, request.Outcome, ct)) return new IncidentSettled();
                return IsLeftAlone(work) ? new SkipEndsWorkflow() : Result.Success;
            case IncidentDeed.VariableSet:
                await SetAsync(work, running, request, ct);
                return await RetryAsync(work, incident, ct);
            case IncidentDeed.Moved:
                await returns.MoveAsync(work, running.Id, request.ActivityId, ct);
                return Result.Success;
            case IncidentDeed.Cancelled:
                return await CancelAsync(work, running, reason, ct);
            default:
                return await RetryAsync(work, incident, ct);
        }
    }

    private async Task<Result> RetryAsync(CaseWork work, IncidentRow incident, CancellationToken ct)
    {
        if (await orchestrator.RetryAsync(work, incident.Id, ct)) return Result.Success;
        // The engine knows nothing of it: a wait that fell due could not be stored. It is due again at once.
        var waits = work.Rows<BookmarkRow>();
        foreach (var wait in waits.Where(wait => wait.InstanceId == incident.InstanceId && wait.ActivityId == incident.ActivityId
            && wait.DueAt > work.Now).ToList())
            waits.Replace(wait with { DueAt = work.Now });
        return Result.Success;
    }

    private Task<bool> SetAsync(CaseWork work, WorkflowInstance running, RescueRequest request, CancellationToken ct)
    {
        var variable = VariablePlace.Find(running, request.Variable)!;
        VariablePlace.TryRead(request.Value, variable.Type, out var value);
        return orchestrator.SetVariableAsync(work, running.Id, variable.RunId, variable.Id, value, ct);
    }

    /// <summary>An application whose last workflow is cancelled ends with it.</summary>
    private async Task<Result> CancelAsync(CaseWork work, WorkflowInstance instance, string reason, CancellationToken ct)
    {
        await orchestrator.CancelAsync(work, instance.Id, ct);
        return IsLeftAlone(work) ? await ending.EndAsync(work, reason, ct) : Result.Success;
    }

    /// <summary>Whether an application without a result has no workflow any more: nobody would ever work on it.</summary>
    private static bool IsLeftAlone(CaseWork work) => work.Rows<Application>().FirstOrDefault() is { IsFinal: false }
        && !work.Rows<WorkflowInstanceRow>().Any(row => row.Status == nameof(WorkflowStatus.Running));

    private static void Settle(CaseWork work, RescueRequest request, string reason)
    {
        var rows = work.Rows<IncidentRow>();
        rows.Replace(rows.Single(row => row.Id == request.IncidentId) with
        {
            ResolvedAt = work.Now,
            ResolvedBy = work.Operation.UserId,
            Resolution = reason[..Math.Min(reason.Length, RescueRequest.LongestReason)],
            Deed = request.Deed,
        });
    }
}
