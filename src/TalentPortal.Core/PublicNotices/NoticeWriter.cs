using Npgsql;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.PublicNotices;

/// <summary>A notice about to be published.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="Item">The service item.</param>
/// <param name="BookmarkId">The workflow's wait.</param>
/// <param name="Period">Its clock.</param>
/// <param name="Facts">What it says about the person.</param>
public sealed record NoticeDraft(
    NoticeKind Kind, OrganisationEntry Publisher, ServiceItem Item, string BookmarkId, CaseDeadline Period, NoticeFacts Facts);

/// <summary>Writes notices and closes their entries.</summary>
public sealed class NoticeWriter(NoticeWording wording)
{
    private const string CloseSql =
        """
        update public_notices set closed_at = $1 where id = $2 and not exists (
          select 1 from notice_entries where notice_id = $2 and case_id <> $3 and status in ('Running', 'Frozen'))
        """;

    /// <summary>Publishes a notice with the case's application as its entry.</summary>
    public NoticeEntry Publish(CaseWork work, NoticeDraft draft)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(draft);
        var application = work.Rows<Application>().Single();
        var words =
            wording.Write(draft.Kind, draft.Publisher, draft.Item, draft.Period.StartedOn, draft.Period.DueOn, draft.Period.WorkingDays);
        var notice = work.Rows<PublicNotice>().Add(new PublicNotice
        {
            Id = Ids.New(),
            DistrictId = work.Case.DistrictId,
            Kind = draft.Kind,
            OrganisationId = draft.Publisher.Id,
            Title = words.Title,
            Body = words.Body,
            ContentDigest = NoticeWording.Digest(words, [(application.SubjectName, draft.Facts)]),
            WorkingDays = draft.Period.WorkingDays,
            StartsOn = draft.Period.StartedOn,
            EndsOn = draft.Period.DueOn,
            Provisional = draft.Period.Provisional,
            PublishedAt = work.Now,
        });
        var entry = Enter(work, notice.Id, draft.BookmarkId, draft.Facts.ToJson());
        RecordPublished(work, notice.Id, draft.Kind, (words.StartsOn, words.EndsOn), notice.ContentDigest);
        return entry;
    }

    /// <summary>Enters the case's application into a notice.</summary>
    public static NoticeEntry Enter(CaseWork work, Guid noticeId, string bookmarkId, string facts)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.Rows<NoticeEntry>().Add(new NoticeEntry
        {
            Id = Ids.New(),
            NoticeId = noticeId,
            CaseId = work.CaseId,
            BookmarkId = bookmarkId,
            SubjectName = work.Rows<Application>().Single().SubjectName,
            Facts = facts,
        });
    }

    /// <summary>Writes into the case that it is published, with the digest of what everybody can read.</summary>
    public static void RecordPublished(CaseWork work, Guid noticeId, NoticeKind kind, (DateOnly From, DateOnly To) period, byte[] digest)
    {
        ArgumentNullException.ThrowIfNull(work);
        work.Record("NoticePublished", ("notice", noticeId), ("kind", kind.ToString()), ("from", period.From), ("to", period.To),
            ("digest", Convert.ToHexStringLower(digest)));
    }

    /// <summary>Ends an entry; the notice is closed with its last one.</summary>
    public static void Close(CaseWork work, NoticeEntry entry, NoticeEntryStatus status)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(entry);
        work.Rows<NoticeEntry>().Replace(entry with { Status = status, ClosedAt = work.Now });
        work.Execute(new NpgsqlBatchCommand(CloseSql)
        {
            Parameters = { CaseBatch.At(work.Now), CaseBatch.Uuid(entry.NoticeId), CaseBatch.Uuid(work.CaseId) },
        });
        work.Record("NoticeEntry" + status, ("notice", entry.NoticeId), ("entry", entry.Id));
    }
}
