using System.Globalization;
using System.Text.Json.Nodes;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.PublicNotices.Objections;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.PublicNotices;

/// <summary>
/// <c>Portal.PublicNotice</c>: publishes the case and waits until the day after the last day of the period. Ends with <c>Cleared</c>, or
/// with <c>Upheld</c> when an objection was right. Days are the guide's, by step code.
/// </summary>
public sealed class PublicNoticeActivity(
    NoticeWriter writer, NoticeParties parties, CaseClocks clocks, PortalTimeZone zone, RuleContexts rules) : Activity
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
        var days = NoticeParties.StepOf(item, code).WorkingDays
            ?? throw new InvalidOperationException($"The guide of {item.Code} gives step '{code}' no days.");
        var publisher = await parties.PublisherAsync(work, kind, context.Input<string>("unit"), context.Cancellation);
        var facts = new NoticeFacts(item.Code, await parties.PlaceAsync(work, context.Cancellation), context.Input<string>("category"),
            context.Input<string>("subCategory"), context.Input<string>("level"), [.. item.Guide.LegalBasis.Select(basis => basis.Title.Zh)]);
        Become(work, ApplicationStatus.InNotice, code);
        var period = clocks.Start(work, DeadlineKind.Notice, rules.Days(days));
        var bookmark = context.CreateBookmark(new JsonObject { ["step"] = code }, zone.StartOf(period.DueOn.AddDays(1)), key: code);
        writer.Publish(work, new NoticeDraft(kind, publisher, item, bookmark.Id, period, facts));
        if (!NoticeParties.StepOf(item, code).OnClock) clocks.Stop(work, code);
        work.Tell(MessageTemplates.NoticePublished, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["dueOn"] = period.DueOn.ToString("O", CultureInfo.InvariantCulture),
        });
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
        Become(work, work.Rows<CaseDeadline>().Any(clock => clock.Kind is DeadlineKind.Promise) ? ApplicationStatus.InReview : ApplicationStatus.Submitted);
        context.Complete(upheld ? Upheld : Cleared);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public override ValueTask CancelAsync(ActivityContext context, IReadOnlyList<Bookmark> bookmarks)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(bookmarks);
        foreach (var entry in context.Work().Rows<NoticeEntry>().Where(row => row.IsOpen && bookmarks.Any(wait => wait.Id == row.BookmarkId)).ToList())
            End(context, entry, NoticeEntryStatus.Cancelled);
        return ValueTask.CompletedTask;
    }

    private void End(ActivityContext context, NoticeEntry entry, NoticeEntryStatus status)
    {
        var work = context.Work();
        NoticeWriter.Close(work, entry, status);
        clocks.End(work, clock => clock.Kind is DeadlineKind.Notice);
        clocks.Restart(work, context.Input<string>("step")!);
        // What is still objected against an entry that is gone has nothing left to stop.
        foreach (var moot in work.Rows<Objection>().Where(row => row.EntryId == entry.Id && row.Status is ObjectionStatus.Open))
            work.Rows<Job>().Add(Job.Of(DropObjectionJob.Kind, work.Now, caseId: work.CaseId, payload: DropObjectionJob.Payload(moot.Id)));
    }

    private static void Become(CaseWork work, ApplicationStatus status, string? stage = null)
    {
        var application = work.Rows<Application>().Single();
        var changed = application.Become(status, work.Now);
        if (!changed.Succeeded) throw new InvalidOperationException($"A notice cannot lead to {status}: {changed.Refusal.Key}.");
        work.Rows<Application>().Replace(changed.Value with { Stage = stage ?? application.Stage });
    }
}
