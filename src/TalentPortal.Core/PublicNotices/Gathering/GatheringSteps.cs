using Npgsql;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.PublicNotices.Gathering;

/// <summary>
/// What happens to one case of a gathered notice, each time under its own lock: it enters, and when the notice is open its period begins.
/// </summary>
public sealed class GatheringSteps(NoticeParties parties, NoticePeriods periods)
{
    /// <summary>Locks out the opening of the notice until the entry is written, and tells whether it came before.</summary>
    private const string IsOpenSql = "select published_at is not null from public_notices where id = $1 for share";

    private const string NoticeSql =
        "select kind, starts_on, ends_on, content_digest from public_notices where id = $1 and published_at is not null";

    /// <summary>The case enters the notice; nobody sees it yet. Again, it changes nothing.</summary>
    public static async Task<Result> EnterAsync(CaseWork work, Guid noticeId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (work.Rows<NoticeEntry>().Any(row => row.NoticeId == noticeId)) return Result.Success;
        if (work.Rows<ReadyEntry>().LastOrDefault(row => row.Status is ReadyEntryStatus.Ready) is not { } ready)
            return new NotReadyForNotice();
        if (work.Case.Hold) return new SuspendedBeforeNotice();
        await using (var command = new NpgsqlCommand(IsOpenSql, work.Connection) { Parameters = { CaseBatch.Uuid(noticeId) } })
        {
            if (await command.ExecuteScalarAsync(ct) is not false) return new NoticeOpenedAlready();
        }

        work.Rows<ReadyEntry>().Replace(ready with { Status = ReadyEntryStatus.Gathered, NoticeId = noticeId, ClosedAt = work.Now });
        var entry = NoticeWriter.Enter(work, noticeId, ready.BookmarkId, ready.Facts);
        work.Record("NoticeEntryGathered", ("notice", noticeId), ("entry", entry.Id));
        return Result.Success;
    }

    /// <summary>
    /// The period of an entered case begins on the notice's day; nothing where it runs already, is over, or the notice is not open.
    /// </summary>
    public async Task BeginAsync(CaseWork work, Guid noticeId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (work.Rows<NoticeEntry>().FirstOrDefault(row => row.NoticeId == noticeId) is not { IsOpen: true } entry) return;
        if (work.Rows<ReadyEntry>().FirstOrDefault(row => row.NoticeId == noticeId) is not { } ready
            || work.Rows<Application>().Single().Status is ApplicationStatus.InNotice)
            return;
        await using var command = new NpgsqlCommand(NoticeSql, work.Connection) { Parameters = { CaseBatch.Uuid(noticeId) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return;
        var (kind, from, to, digest) = (Enum.Parse<NoticeKind>(reader.GetString(0)), reader.GetFieldValue<DateOnly>(1),
            reader.GetFieldValue<DateOnly>(2), reader.GetFieldValue<byte[]>(3));
        await reader.CloseAsync();
        var period = periods.Start(work, await parties.ItemAsync(work, ct), ready.Step, from);
        NoticeWaits.Resume(work, entry.BookmarkId, periods.EndOf(period));
        NoticeWriter.RecordPublished(work, noticeId, kind, (from, to), digest);
    }

    /// <summary>How a result is kept, read: nothing, a state, or the key of a refusal.</summary>
    internal static (GatheringState State, string? Refusal) Read(string? kept) => kept switch
    {
        null => (GatheringState.Waiting, null),
        _ when Enum.TryParse<GatheringState>(kept, out var state) => (state, null),
        _ => (GatheringState.LeftOut, kept),
    };
}
