using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Catalogue.Scores;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Absences;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Pages.Officer.Cases;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Pages.Officer.Tasks;

/// <summary>What the review page reads besides the task: the file in words, the self-score, the neighbour, who was faster.</summary>
internal sealed class ReviewPageReads(
    PortalDbContext db, SelfScoreQuery scores, InboxQuery inbox, FormerStandIns former, AnswerSections answers, ReviewFields fields)
{
    /// <summary>The portal's texts.</summary>
    public IStringLocalizer Texts => answers.Texts;

    /// <summary>What a step asks beside answer, reason and points.</summary>
    public ReviewFields Fields => fields;

    /// <summary>One text.</summary>
    public string Text(string key) => Texts[key];

    /// <summary>The file in words; null where it is not shown.</summary>
    public CaseFileView? ViewOf(Actor actor, ReviewView view)
    {
        if (view.File is not { } file) return null;
        var mayMark = file.Reach is FileReach.Full && view.Task.IsOpen
            && (view.Task.Status is not ReviewTaskStatus.Claimed || view.Task.HeldBy(actor).ClaimedBy == actor.UserId);
        return new CaseFileView(file, answers.Of(file), OfficerPages.LightOf(file, answers.Tables), Unmasking.May(actor, file.Reach),
            mayMark ? view.Task.Id : null);
    }

    /// <summary>The applicant's own score.</summary>
    public Task<ScoreTrace?> SelfScoreAsync(Guid caseId, CancellationToken ct) => scores.ReadAsync(caseId, ct);

    /// <summary>What the panel's last sitting came to; null where none has scored yet.</summary>
    public async Task<RecognitionScore?> PanelScoreAsync(Guid caseId, CancellationToken ct) =>
        await db.CompiledScores.AsNoTracking().Where(row => row.CaseId == caseId)
            .OrderByDescending(row => row.CompiledAt).ThenByDescending(row => row.Id)
            .Select(row => row.Trace).FirstOrDefaultAsync(ct) is { } trace ? RecognitionScore.FromJson(trace) : null;

    /// <summary>The label of a level.</summary>
    public string LevelName(string level) => answers.Tables["recognition-levels"].Label(level, CultureInfo.CurrentUICulture);

    /// <summary>
    /// The tasks before and after this one in the list from which the reader came; without one, in the reader's own or in the pool.
    /// </summary>
    public Task<(Guid? Before, Guid? After)> NeighboursAsync(Actor actor, ReviewTask task, InboxFilter? list, CancellationToken ct)
    {
        var scope = task.Status is ReviewTaskStatus.Claimed && task.ClaimedBy == actor.UserId ? InboxScope.Mine : InboxScope.Pool;
        return inbox.NeighboursAsync(actor, list ?? new InboxFilter(scope), new InboxCursor(task.DueOn, task.Id), ct);
    }

    /// <summary>Why a task is no longer there for who stood in until a while ago; null for anybody else.</summary>
    public async Task<string?> WhyGoneAsync(Actor actor, Guid taskId, CancellationToken ct) =>
        await former.WhyNotAsync(actor.UserId, taskId, ct) is StandInEnded ended ? Texts.Of(ended) : null;

    /// <summary>A refusal's sentence; where a colleague was faster it says who and when.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="refusal">Why not.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="faster">Where the sentences about colleagues stand among the texts.</param>
    public async Task<string> SentenceAsync(Guid taskId, Refusal refusal, CancellationToken ct, string faster = "Reviews.Faster.")
    {
        switch (refusal)
        {
            case AlreadyDecided decided:
                var outcome = await db.Decisions.AsNoTracking()
                    .Where(row => row.TaskId == taskId).Select(row => row.Outcome).FirstOrDefaultAsync(ct);
                return Texts[faster + "Decided", await NameAsync(decided.OfficerId, ct), decided.At, OutcomeTexts.Of(Texts, outcome ?? "")];
            case TaskClaimedByOther claimed:
                var at = await db.ReviewTasks.AsNoTracking().Where(row => row.Id == taskId)
                    .Select(row => row.ClaimedAt).FirstOrDefaultAsync(ct);
                return at is { } since
                    ? Texts[faster + "Claimed", await NameAsync(claimed.OfficerId, ct), since]
                    : Texts.Of(refusal);
            default:
                return Texts.Of(refusal);
        }
    }

    private async Task<string> NameAsync(Guid userId, CancellationToken ct) =>
        await db.Users.AsNoTracking().Where(user => user.Id == userId).Select(user => user.DisplayName).FirstOrDefaultAsync(ct) ?? "";
}
