using System.Text.Json.Nodes;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.PublicNotices.Gathering;
using TalentPortal.Core.PublicNotices.Objections;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.PublicNotices;

/// <summary>
/// <c>Portal.PublicNotice</c>: publishes the case and waits until the day after the last day of the period. Ends with <c>Cleared</c>, or
/// with <c>Upheld</c> when an objection was right. Days are the guide's, by step code. Where notices are gathered, the case first waits
/// until an officer publishes it with others.
/// </summary>
public sealed class PublicNoticeActivity(NoticeWriter writer, NoticeParties parties, NoticePeriods periods, GatheringRule gathering)
    : Activity
{
    /// <summary>The outcome of a period without an objection that was upheld.</summary>
    public const string Cleared = "Cleared";

    /// <summary>The outcome of an objection that was upheld.</summary>
    public const string Upheld = "Upheld";

    /// <inheritdoc />
    public override string TypeName => "Portal.PublicNotice";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("kind", DataType.Choice(Enum.GetNames<NoticeKind>())) { IsRequired = true },
        new("step", DataType.String) { IsRequired = true },
        new("unit", DataType.String),
        new("category", DataType.String),
        new("subCategory", DataType.String),
        new("level", DataType.String),
        new("gather", DataType.Choice(Enum.GetNames<GatherPolicy>())) { Default = nameof(GatherPolicy.Never) },
    ];

    /// <inheritdoc />
    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => [Cleared, Upheld];

    /// <inheritdoc />
    public override async ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        var (kind, code) = (Enum.Parse<NoticeKind>(context.Input<string>("kind")!), context.Input<string>("step")!);
        var item = await parties.ItemAsync(work, context.Cancellation);
        var publisher = await parties.PublisherAsync(work, kind, context.Input<string>("unit"), context.Cancellation);
        var facts = new NoticeFacts(item.Code, await parties.PlaceAsync(work, context.Cancellation), context.Input<string>("category"),
            context.Input<string>("subCategory"), context.Input<string>("level"),
            [.. item.Guide.LegalBasis.Select(basis => basis.Title.Zh)]);
        var payload = new JsonObject { ["step"] = code };
        if (gathering.Gathers(Enum.Parse<GatherPolicy>(context.Input<string>("gather")!)))
        {
            GatheringRule.MakeReady(work, new NoticePlace(kind, publisher.Id, code), context.CreateBookmark(payload, key: code).Id, facts);
            return;
        }

        var period = periods.Start(work, item, code, from: null);
        var bookmark = context.CreateBookmark(payload, periods.EndOf(period), key: code);
        writer.Publish(work, new NoticeDraft(kind, publisher, item, bookmark.Id, period, facts));
    }

    /// <inheritdoc />
    public override ValueTask ResumeAsync(ActivityContext context, Bookmark bookmark, JsonObject? input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(bookmark);
        var work = context.Work();
        var entry = work.Rows<NoticeEntry>().Single(row => row.BookmarkId == bookmark.Id);
        var upheld = input?["upheld"]?.GetValue<bool>() ?? false;
        if (!upheld && entry.Status is NoticeEntryStatus.Frozen)
        {
            // The timer was faster than the objection's lock: the wait stands without a date until the objection is decided.
            NoticeWaits.Suspend(work, bookmark.Id);
            context.KeepBookmark();
            return ValueTask.CompletedTask;
        }

        End(context, entry, upheld ? NoticeEntryStatus.Upheld : NoticeEntryStatus.Cleared);
        NoticePeriods.Become(work,
            work.Rows<CaseDeadline>().Any(clock => clock.Kind is DeadlineKind.Promise)
                ? ApplicationStatus.InReview
                : ApplicationStatus.Submitted);
        context.Complete(upheld ? Upheld : Cleared);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public override ValueTask CancelAsync(ActivityContext context, IReadOnlyList<Bookmark> bookmarks)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(bookmarks);
        GatheringRule.Cancel(context.Work(), id => bookmarks.Any(wait => wait.Id == id));
        foreach (var entry in context.Work().Rows<NoticeEntry>()
            .Where(row => row.IsOpen && bookmarks.Any(wait => wait.Id == row.BookmarkId)).ToList())
            End(context, entry, NoticeEntryStatus.Cancelled);
        return ValueTask.CompletedTask;
    }

    private void End(ActivityContext context, NoticeEntry entry, NoticeEntryStatus status)
    {
        var work = context.Work();
        NoticeWriter.Close(work, entry, status);
        periods.End(work, context.Input<string>("step")!);
        // What is still objected against an entry that is gone has nothing left to stop.
        foreach (var moot in work.Rows<Objection>().Where(row => row.EntryId == entry.Id && row.Status is ObjectionStatus.Open))
            work.Rows<Job>().Add(Job.Of(DropObjectionJob.Kind, work.Now, caseId: work.CaseId, payload: DropObjectionJob.Payload(moot.Id)));
    }
}
