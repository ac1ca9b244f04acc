using System.Globalization;
using System.Text.Json.Nodes;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Recognitions.Life.Hearings;

/// <summary>
/// <c>Portal.HearHolder</c>: asks the holder of a recognition to say what there is to say, or to put right what a check found; the clock
/// stands still meanwhile. Ends with <c>Answered</c>, or with <c>Silent</c> when the time is over: that is put on record and the case goes
/// on.
/// </summary>
public sealed class HearHolderActivity(CaseClocks clocks, WorkingCalendar calendar, PortalTimeZone zone, ParameterTable parameters)
    : Activity
{
    private const string PauseReason = "statement";

    /// <inheritdoc />
    public override string TypeName => "Portal.HearHolder";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("time", DataType.String) { IsRequired = true },
        new("calendarDays", DataType.Boolean),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => ["Answered", "Silent"];

    /// <inheritdoc />
    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        var today = zone.DateOf(work.Now);
        var days = parameters.Int(context.Input<string>("time")!, today);
        var answerBy = context.Input<bool>("calendarDays") ? today.AddDays(days) : calendar.AddWorkingDays(today, days).On;
        var bookmark = context.CreateBookmark(dueAt: zone.StartOf(answerBy.AddDays(1)));
        var matter = work.Rows<RecognitionMatter>().Single();
        work.Rows<RecognitionMatter>().Replace(matter with { BookmarkId = bookmark.Id, AskedAt = work.Now, AnswerBy = answerBy });
        clocks.Stop(work, PauseReason);
        work.Record("HolderAsked", ("to", answerBy));
        work.Tell(matter.Kind is RecognitionMatterKind.AnnualCheck
            ? MessageTemplates.RecognitionToRectify
            : MessageTemplates.RecognitionHearing,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["dueOn"] = answerBy.ToString("O", CultureInfo.InvariantCulture) });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public override ValueTask ResumeAsync(ActivityContext context, Bookmark bookmark, JsonObject? input)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        Stop(work);
        var answered = input?["answered"]?.GetValue<bool>() ?? false;
        work.Record(answered ? "HolderHeard" : "HolderSilent");
        context.Complete(answered ? "Answered" : "Silent");
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public override ValueTask CancelAsync(ActivityContext context, IReadOnlyList<Bookmark> bookmarks)
    {
        ArgumentNullException.ThrowIfNull(context);
        Stop(context.Work());
        return ValueTask.CompletedTask;
    }

    private void Stop(CaseWork work)
    {
        var rows = work.Rows<RecognitionMatter>();
        rows.Replace(rows.Single() with { BookmarkId = null });
        clocks.Restart(work, PauseReason);
    }
}
