using System.Text.Json.Nodes;
using Npgsql;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Orchestration;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.PublicNotices.Objections;

/// <summary>
/// Carries the end of an objection's case over to the case that it stopped: upheld ends the notice, anything else lets the entry go on.
/// </summary>
public sealed class ObjectionResults(Orchestrator orchestrator, PortalTimeZone zone)
{
    /// <summary>Name of the workflow's output.</summary>
    private const string Output = "Result";

    /// <summary>The chain of the objection's case says which decision came last, whatever the clocks said.</summary>
    private const string LastDecisionSql =
        """
        select d.reason, d.officer_id from operation_events e join decisions d on d.case_id = e.stream_id and d.id::text = e.facts ->> 'decision'
        where e.stream_id = $1 and e.type = 'DecisionMade' order by e.seq desc limit 1
        """;

    /// <summary>The objection's case has ended; nothing happens where that is known already, or the case is of another kind.</summary>
    /// <param name="work">The case that it stopped.</param>
    /// <param name="ended">The objection's workflow.</param>
    /// <param name="ct">Cancels.</param>
    public async Task TakeAsync(CaseWork work, WorkflowInstance ended, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(ended);
        var open = work.Rows<Objection>().FirstOrDefault(row => row.Id.ToString("N") == ended.Id && row.Status is ObjectionStatus.Open);
        if (open is null) return;
        var result = Enum.TryParse<ObjectionStatus>((string?)ended.Outputs[Output], out var status) ? status : ObjectionStatus.Dropped;
        var closed = await CloseAsync(work, open, result, ct);
        if (work.Rows<NoticeEntry>().Single(row => row.Id == open.EntryId) is not { IsOpen: true } entry) return;
        work.Tell(MessageTemplates.ObjectionDecided);
        if (result is ObjectionStatus.Upheld) await UpholdAsync(work, entry, closed, ct);
        else await LiftAsync(work, entry, ct);
    }

    private static async Task<Objection> CloseAsync(CaseWork work, Objection open, ObjectionStatus result, CancellationToken ct)
    {
        var (finding, officer) = result is ObjectionStatus.Dropped ? (null, null) : await LastDecisionAsync(work, open.Id, ct);
        work.Record("Objection" + result, ("objection", open.Id), ("entry", open.EntryId));
        return work.Rows<Objection>().Replace(open with { Status = result, Finding = finding, DecidedBy = officer, ClosedAt = work.Now });
    }

    /// <summary>What the talent office wrote last in the objection's case: it is told to both sides.</summary>
    private static async Task<(string? Finding, Guid? Officer)> LastDecisionAsync(CaseWork work, Guid objectionCase, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(LastDecisionSql, work.Connection) { Parameters = { CaseBatch.Uuid(objectionCase) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetString(0), reader.GetGuid(1)) : (null, null);
    }

    private async Task UpholdAsync(CaseWork work, NoticeEntry entry, Objection closed, CancellationToken ct)
    {
        // One that is right ends the entry: what else was objected against it has nothing left to stop.
        var application = work.Rows<Application>().Single();
        work.Rows<Application>().Replace(application with { OutcomeReason = closed.Finding });
        await orchestrator.ResumeAsync(work, entry.BookmarkId, new JsonObject { ["upheld"] = true }, ct);
    }

    private async Task LiftAsync(CaseWork work, NoticeEntry entry, CancellationToken ct)
    {
        if (work.Rows<Objection>().Any(row => row.EntryId == entry.Id && row.Status is ObjectionStatus.Open)) return;
        work.Rows<NoticeEntry>().Replace(entry with { Status = NoticeEntryStatus.Running });
        var period = work.Rows<CaseDeadline>().Last(clock => clock.Kind is DeadlineKind.Notice && clock.EndedOn is null);
        var over = zone.StartOf(period.DueOn.AddDays(1));
        NoticeWaits.Resume(work, entry.BookmarkId, over);
        if (over <= work.Now) await orchestrator.ResumeAsync(work, entry.BookmarkId, new JsonObject { ["due"] = true }, ct);
    }
}
