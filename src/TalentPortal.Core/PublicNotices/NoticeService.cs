using System.Text.Json.Nodes;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews;

namespace TalentPortal.Core.PublicNotices;

/// <summary>An objection that came by letter, visit or phone.</summary>
/// <param name="EntryId">Against which entry.</param>
/// <param name="RaisedOn">The local day on which it arrived.</param>
/// <param name="Content">Who objects and what is wrong; 1 to 4,000 characters.</param>
public sealed record RecordedObjection(Guid EntryId, DateOnly RaisedOn, string Content);

/// <summary>What the talent office found about an objection.</summary>
/// <param name="ObjectionId">Which.</param>
/// <param name="Upheld">Whether it is right.</param>
/// <param name="Finding">What was found; 1 to 4,000 characters, told to both sides.</param>
public sealed record ObjectionDecision(Guid ObjectionId, bool Upheld, string Finding);

/// <summary>Objections: raised by signed-in people, recorded by officers, decided by the talent office. Each freezes one entry.</summary>
public sealed class NoticeService(NpgsqlDataSource database, CaseTransaction transactions, Orchestrator orchestrator, PortalTimeZone zone)
{
    /// <summary>Longest text and finding, in UTF-16 code units.</summary>
    public const int LongestText = 4000;

    /// <summary>A signed-in person objects in the account's name.</summary>
    /// <returns>The objection's key.</returns>
    public async Task<Result<Guid>> RaiseAsync(Actor actor, Guid entryId, string content, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await CaseOfAsync("select case_id from notice_entries where id = $1", entryId, ct) is not { } caseId) return new CaseNotFound();
        return await transactions.RunAsync(caseId, operation, (work, _) =>
        {
            var application = work.Rows<Application>().Single();
            return Task.FromResult(IsAbout(application, actor)
                ? new ObjectionToOneself()
                : Open(work, new RecordedObjection(entryId, zone.DateOf(work.Now), content), actor.UserId));
        }, ct);
    }

    /// <summary>An officer records an objection that came another way; anonymous ones with concrete leads too.</summary>
    /// <returns>The objection's key.</returns>
    public async Task<Result<Guid>> RecordAsync(Actor officer, RecordedObjection recorded, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(officer);
        ArgumentNullException.ThrowIfNull(recorded);
        if (!officer.Can(Permission.RunNotices)) return new CaseNotFound();
        if (await CaseOfAsync("select case_id from notice_entries where id = $1", recorded.EntryId, ct) is not { } caseId) return new CaseNotFound();
        return await transactions.RunAsync(caseId, operation, (work, _) => Task.FromResult(
            recorded.RaisedOn > zone.DateOf(work.Now) ? new ObjectionOutsidePeriod(Period(work).StartedOn, Period(work).DueOn)
                : Open(work, recorded, raisedBy: null)), ct);
    }

    /// <summary>The talent office decides: upheld ends the notice, rejected lets the entry go on, at once when the period is over.</summary>
    public async Task<Result> DecideAsync(Actor officer, ObjectionDecision decision, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(officer);
        ArgumentNullException.ThrowIfNull(decision);
        if (!officer.Can(Permission.RunNotices)) return new CaseNotFound();
        if (await CaseOfAsync("select case_id from objections where id = $1", decision.ObjectionId, ct) is not { } caseId) return new CaseNotFound();
        return await transactions.RunAsync(caseId, operation, (work, token) => DecideAsync(work, officer, decision, token), ct);
    }

    private async Task<Result> DecideAsync(CaseWork work, Actor officer, ObjectionDecision decision, CancellationToken ct)
    {
        var objection = work.Rows<Objection>().Single(row => row.Id == decision.ObjectionId);
        var application = work.Rows<Application>().Single();
        if (IsAbout(application, officer) || objection.RaisedBy == officer.UserId) return new OfficerIsApplicant();
        if (objection.ClosedAt is { } at) return new ObjectionAlreadyDecided(at);
        var finding = decision.Finding.Trim();
        if (finding.Length is 0 or > LongestText) return new FindingInvalid(LongestText);
        var entry = work.Rows<NoticeEntry>().Single(row => row.Id == objection.EntryId);
        if (!entry.IsOpen) return new NoticeOver();
        foreach (var open in work.Rows<Objection>().Where(row => row.EntryId == entry.Id && row.Status is ObjectionStatus.Open).ToList())
        {
            if (decision.Upheld || open.Id == objection.Id) Close(work, open, decision.Upheld, finding, officer);
        }

        work.Tell(MessageTemplates.ObjectionDecided);
        if (decision.Upheld) return await UpholdAsync(work, application, entry, finding, ct);
        return await LiftAsync(work, entry, ct);
    }

    private async Task<Result> UpholdAsync(CaseWork work, Application application, NoticeEntry entry, string finding, CancellationToken ct)
    {
        work.Rows<Application>().Replace(application with { OutcomeReason = finding });
        await orchestrator.ResumeAsync(work, entry.BookmarkId, new JsonObject { ["upheld"] = true }, ct);
        return Result.Success;
    }

    private async Task<Result> LiftAsync(CaseWork work, NoticeEntry entry, CancellationToken ct)
    {
        if (work.Rows<Objection>().Any(row => row.EntryId == entry.Id && row.Status is ObjectionStatus.Open)) return Result.Success;
        work.Rows<NoticeEntry>().Replace(entry with { Status = NoticeEntryStatus.Running });
        var over = zone.StartOf(Period(work).DueOn.AddDays(1));
        NoticeWaits.Resume(work, entry.BookmarkId, over);
        if (over <= work.Now) await orchestrator.ResumeAsync(work, entry.BookmarkId, new JsonObject { ["due"] = true }, ct);
        return Result.Success;
    }

    private static Result<Guid> Open(CaseWork work, RecordedObjection raised, Guid? raisedBy)
    {
        var entry = work.Rows<NoticeEntry>().Single(row => row.Id == raised.EntryId);
        if (!entry.IsOpen) return new NoticeOver();
        var period = Period(work);
        if (raised.RaisedOn < period.StartedOn || raised.RaisedOn > period.DueOn) return new ObjectionOutsidePeriod(period.StartedOn, period.DueOn);
        var content = raised.Content.Trim();
        if (content.Length is 0 or > LongestText) return new ObjectionTextInvalid(LongestText);
        work.RefuseOn("objections_one_open", new ObjectionAlreadyOpen());
        var objection = work.Rows<Objection>().Add(new Objection
        {
            Id = Ids.New(),
            CaseId = work.CaseId,
            EntryId = entry.Id,
            RaisedBy = raisedBy,
            RaisedOn = raised.RaisedOn,
            Content = content,
            RecordedAt = work.Now,
        });
        work.Rows<NoticeEntry>().Replace(entry with { Status = NoticeEntryStatus.Frozen });
        NoticeWaits.Suspend(work, entry.BookmarkId);
        work.Record("ObjectionRaised", ("objection", objection.Id), ("entry", entry.Id), ("raisedOn", raised.RaisedOn));
        work.Tell(MessageTemplates.ObjectionRaised);
        return objection.Id;
    }

    private static void Close(CaseWork work, Objection objection, bool upheld, string finding, Actor officer)
    {
        work.Rows<Objection>().Replace(objection with
        {
            Status = upheld ? ObjectionStatus.Upheld : ObjectionStatus.Rejected,
            Finding = finding,
            DecidedBy = officer.UserId,
            ClosedAt = work.Now,
        });
        work.Record(upheld ? "ObjectionUpheld" : "ObjectionRejected", ("objection", objection.Id), ("entry", objection.EntryId));
        if (objection.RaisedBy is { } objector)
            work.Rows<OutboxMessage>().Add(OutboxMessage.To(objector, MessageTemplates.ObjectionDecided, work.Now, work.CaseId));
    }

    private static CaseDeadline Period(CaseWork work) =>
        work.Rows<CaseDeadline>().Last(clock => clock.Kind is DeadlineKind.Notice && clock.EndedOn is null);

    private static bool IsAbout(Application application, Actor actor) => application.CreatedBy == actor.UserId
        || (actor.PersonId is { } person && application.SubjectPersonId == person);

    private async Task<Guid?> CaseOfAsync(string sql, Guid id, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(CaseBatch.Uuid(id));
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }
}
