using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.PublicNotices.Gathering;
using TalentPortal.Core.PublicNotices.Objections;

namespace TalentPortal.Core.PublicNotices;

/// <summary>An objection that came by letter, visit or phone.</summary>
/// <param name="EntryId">Against which entry.</param>
/// <param name="RaisedOn">The local day on which it arrived.</param>
/// <param name="Content">Who objects and what is wrong; 1 to 4,000 characters.</param>
public sealed record RecordedObjection(Guid EntryId, DateOnly RaisedOn, string Content);

/// <summary>Objections: raised by signed-in people or recorded by officers. Each freezes one entry and opens a case of its own.</summary>
public sealed class NoticeService(NpgsqlDataSource database, CaseTransaction transactions, PortalTimeZone zone, GatheringSteps gathering)
{
    /// <summary>Longest text and finding, in UTF-16 code units.</summary>
    public const int LongestText = 4000;

    /// <summary>A signed-in person objects in the account's name.</summary>
    /// <returns>The objection's key.</returns>
    /// <param name="actor">Who objects.</param>
    /// <param name="entryId">Against which entry.</param>
    /// <param name="content">What is wrong.</param>
    /// <param name="materials">Keys of uploaded evidence.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Guid>> RaiseAsync(
        Actor actor, Guid entryId, string content, IReadOnlyList<Guid> materials, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await CaseOfAsync(entryId, ct) is not { } caseId) return new CaseNotFound();
        return await transactions.RunAsync(caseId, operation, async (work, token) =>
        {
            if (IsAbout(work.Rows<Application>().Single(), actor)) return new ObjectionToOneself();
            await BegunAsync(work, entryId, token);
            return Open(work, new RecordedObjection(entryId, zone.DateOf(work.Now), content), actor.UserId,
                new ObjectionOrder(actor.UserId, materials));
        }, ct);
    }

    /// <summary>An officer records an objection that came another way; anonymous ones with concrete leads too.</summary>
    /// <returns>The objection's key.</returns>
    public async Task<Result<Guid>> RecordAsync(Actor officer, RecordedObjection recorded, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(officer);
        ArgumentNullException.ThrowIfNull(recorded);
        if (!officer.Can(Permission.RunNotices)) return new CaseNotFound();
        if (await CaseOfAsync(recorded.EntryId, ct) is not { } caseId) return new CaseNotFound();
        return await transactions.RunAsync(caseId, operation, async (work, token) =>
        {
            await BegunAsync(work, recorded.EntryId, token);
            return recorded.RaisedOn > zone.DateOf(work.Now) ? new ObjectionOutsidePeriod(Period(work).StartedOn, Period(work).DueOn)
                : Open(work, recorded, raisedBy: null, new ObjectionOrder(officer.UserId, []));
        }, ct);
    }

    /// <summary>
    /// Whoever objects in the moment in which a notice with many entries opens does not have to wait until the case's turn comes.
    /// </summary>
    private Task BegunAsync(CaseWork work, Guid entryId, CancellationToken ct) =>
        gathering.BeginAsync(work, work.Rows<NoticeEntry>().Single(row => row.Id == entryId).NoticeId, ct);

    private static Result<Guid> Open(CaseWork work, RecordedObjection raised, Guid? raisedBy, ObjectionOrder order)
    {
        var entry = work.Rows<NoticeEntry>().Single(row => row.Id == raised.EntryId);
        if (!entry.IsOpen) return new NoticeOver();
        var period = Period(work);
        if (raised.RaisedOn < period.StartedOn || raised.RaisedOn > period.DueOn)
            return new ObjectionOutsidePeriod(period.StartedOn, period.DueOn);
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
        work.Rows<Job>()
            .Add(Job.Of(OpenObjectionJob.Kind, work.Now, caseId: work.CaseId, payload: order.ToJson()) with { Id = objection.Id });
        return objection.Id;
    }

    private static CaseDeadline Period(CaseWork work) =>
        work.Rows<CaseDeadline>().Last(clock => clock.Kind is DeadlineKind.Notice && clock.EndedOn is null);

    private static bool IsAbout(Application application, Actor actor) => application.CreatedBy == actor.UserId
        || (actor.PersonId is { } person && application.SubjectPersonId == person);

    private async Task<Guid?> CaseOfAsync(Guid entryId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select case_id from notice_entries where id = $1");
        command.Parameters.Add(CaseBatch.Uuid(entryId));
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }
}
