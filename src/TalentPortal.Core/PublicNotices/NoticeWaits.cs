using TalentPortal.Core.Cases;
using TalentPortal.Core.Orchestration;

namespace TalentPortal.Core.PublicNotices;

/// <summary>The date of an entry's wait: taken away while it is frozen, put back when it is not.</summary>
internal static class NoticeWaits
{
    public static void Suspend(CaseWork work, string bookmarkId) => Set(work, bookmarkId, dueAt: null);

    public static void Resume(CaseWork work, string bookmarkId, DateTimeOffset dueAt) => Set(work, bookmarkId, dueAt);

    private static void Set(CaseWork work, string bookmarkId, DateTimeOffset? dueAt)
    {
        var rows = work.Rows<BookmarkRow>();
        var row = rows.Single(wait => wait.Id == bookmarkId);
        rows.Replace(row with { DueAt = dueAt?.ToUniversalTime() });
    }
}
