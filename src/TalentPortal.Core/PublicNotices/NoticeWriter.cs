using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
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
public sealed class NoticeWriter(NoticeTexts texts)
{
    private const int LongestTitle = 200;

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
        var text = texts[draft.Kind];
        var (title, body) = (Fill(text, text.Title, draft), string.Join('\n', text.Body.Select(line => Fill(text, line, draft))));
        var notice = work.Rows<PublicNotice>().Add(new PublicNotice
        {
            Id = Ids.New(),
            DistrictId = work.Case.DistrictId,
            Kind = draft.Kind,
            OrganisationId = draft.Publisher.Id,
            Title = title[..Math.Min(title.Length, LongestTitle)],
            Body = body,
            ContentDigest = Digest(title, body, draft, application.SubjectName),
            WorkingDays = draft.Period.WorkingDays,
            StartsOn = draft.Period.StartedOn,
            EndsOn = draft.Period.DueOn,
            Provisional = draft.Period.Provisional,
            PublishedAt = work.Now,
        });
        var entry = work.Rows<NoticeEntry>().Add(new NoticeEntry
        {
            Id = Ids.New(),
            NoticeId = notice.Id,
            CaseId = work.CaseId,
            BookmarkId = draft.BookmarkId,
            SubjectName = application.SubjectName,
            Facts = draft.Facts.ToJson(),
        });
        work.Record("NoticePublished", ("notice", notice.Id), ("kind", draft.Kind.ToString()), ("from", notice.StartsOn), ("to", notice.EndsOn),
            ("digest", Convert.ToHexStringLower(notice.ContentDigest)));
        return entry;
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

    /// <summary>Everything that a reader saw, in a fixed order, so that the digest can be computed again from the rows.</summary>
    private static byte[] Digest(string title, string body, NoticeDraft draft, string subject) =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
            new { title, body, from = draft.Period.StartedOn, to = draft.Period.DueOn, entries = new[] { new { name = subject, facts = draft.Facts } } },
            JsonSerializerOptions.Web));

    private static string Fill(NoticeText text, string line, NoticeDraft draft)
    {
        var contact = draft.Item.Guide.Contact;
        return line.Replace("{serviceItem}", draft.Item.Name.Zh, StringComparison.Ordinal)
            .Replace("{publisher}", draft.Publisher.NameZh, StringComparison.Ordinal)
            .Replace("{from}", draft.Period.StartedOn.ToString(text.DateFormat, CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{to}", draft.Period.DueOn.ToString(text.DateFormat, CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{days}", draft.Period.WorkingDays.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{office}", contact?.Office.Zh ?? "", StringComparison.Ordinal)
            .Replace("{phone}", contact?.Phone ?? "", StringComparison.Ordinal);
    }
}
