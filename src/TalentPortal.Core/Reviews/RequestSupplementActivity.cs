using System.Globalization;
using System.Text.Json.Nodes;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Reviews;

/// <summary>
/// <c>Portal.RequestSupplement</c>: asks the applicant once for all that the last decision listed; the clock stands still meanwhile.
/// Ends with <c>Answered</c>, or with <c>Lapsed</c> when the time is over.
/// </summary>
public sealed class RequestSupplementActivity(CaseClocks clocks, WorkingCalendar calendar, PortalTimeZone zone, ParameterTable parameters)
    : Activity
{
    /// <summary>Why the clock stands still.</summary>
    public const string PauseReason = "supplement";

    /// <inheritdoc />
    public override string TypeName => "Portal.RequestSupplement";

    /// <inheritdoc />
    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => ["Answered", "Lapsed"];

    /// <inheritdoc />
    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        var asked = work.Rows<Decision>().LastOrDefault(decision => decision.Gaps is not null)
            ?? throw new InvalidOperationException("A supplement is asked for, and no decision lists what is missing.");
        var today = zone.DateOf(work.Now);
        var dueOn = calendar.AddWorkingDays(today, parameters.Int("supplement.days", today)).On;
        var bookmark = context.CreateBookmark(dueAt: zone.StartOf(dueOn.AddDays(1)));
        work.Rows<Supplement>().Add(new Supplement
        {
            Id = Ids.New(),
            CaseId = work.CaseId,
            BookmarkId = bookmark.Id,
            Gaps = asked.Gaps!,
            Note = asked.Reason,
            RequestedBy = asked.OfficerId,
            RequestedAt = work.Now,
            DueOn = dueOn,
        });
        Become(work, ApplicationStatus.Supplementing);
        clocks.StopForApplicant(work, PauseReason);
        work.Record("SupplementRequested", ("dueOn", dueOn));
        work.Tell(MessageTemplates.SupplementRequested,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["dueOn"] = dueOn.ToString("O", CultureInfo.InvariantCulture) });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public override ValueTask ResumeAsync(ActivityContext context, Bookmark bookmark, JsonObject? input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(bookmark);
        var work = context.Work();
        var answered = input?["answered"]?.GetValue<bool>() ?? false;
        End(work, bookmark.Id, answered ? SupplementStatus.Answered : SupplementStatus.Lapsed);
        if (answered)
            Become(work,
                work.Rows<CaseDeadline>().Any(clock => clock.Kind is DeadlineKind.Promise)
                    ? ApplicationStatus.InReview
                    : ApplicationStatus.Submitted);
        context.Complete(answered ? "Answered" : "Lapsed");
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public override ValueTask CancelAsync(ActivityContext context, IReadOnlyList<Bookmark> bookmarks)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(bookmarks);
        foreach (var bookmark in bookmarks) End(context.Work(), bookmark.Id, SupplementStatus.Cancelled);
        return ValueTask.CompletedTask;
    }

    private void End(CaseWork work, string bookmarkId, SupplementStatus status)
    {
        var rows = work.Rows<Supplement>();
        if (rows.FirstOrDefault(row => row.BookmarkId == bookmarkId && row.Status is SupplementStatus.Open) is not { } open) return;
        rows.Replace(open with { Status = status, ClosedAt = work.Now });
        clocks.Restart(work, PauseReason);
        work.Record("Supplement" + status, ("supplement", open.Id));
    }

    private static void Become(CaseWork work, ApplicationStatus status)
    {
        var changed = work.Rows<Application>().Single().Become(status, work.Now);
        if (!changed.Succeeded) throw new InvalidOperationException($"A supplement cannot lead to {status}: {changed.Refusal.Key}.");
        work.Rows<Application>().Replace(changed.Value);
    }
}
