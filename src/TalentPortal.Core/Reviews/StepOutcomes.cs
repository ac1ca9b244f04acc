using TalentPortal.Core.Cases;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Reviews.Actions;

namespace TalentPortal.Core.Reviews;

/// <summary>What an answer means for its step: an outcome, or that others still have to answer.</summary>
public static class StepOutcomes
{
    /// <summary>The step's outcome after an answer; null while others still have to answer. Whoever is next is let go on.</summary>
    /// <param name="work">The case, in which the answer stands already.</param>
    /// <param name="task">The task that was answered.</param>
    /// <param name="given">The answer.</param>
    public static string? After(CaseWork work, ReviewTask task, string given)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(task);
        AddedTasks.EndOpinions(work, task);
        if (task.Kind.IsOpinion())
        {
            AddedTasks.LetGoOn(work, task);
            return null;
        }

        var step = task.StepIn(work);
        var settings = ReviewSettings.FromJson(step.Settings);
        if (given == settings.SupplementOutcome || (step.Policy is not ReviewPolicy.Ratio && settings.IsDissent(given))) return given;
        if (OpenNext(work,
            work.Rows<ReviewTask>().FirstOrDefault(row => row.Kind is ReviewTaskKind.After && row.Status is ReviewTaskStatus.Waiting
            && (row.ParentId == task.Id || (task.Kind is ReviewTaskKind.After && row.ParentId == task.ParentId))))) return null;
        var votes = work.Rows<ReviewTask>()
            .Where(row => row.StepId == step.Id && !row.Kind.IsOpinion() && row.Status is not ReviewTaskStatus.Cancelled)
            .OrderBy(row => row.Position).ToList();
        return step.Policy switch
        {
            ReviewPolicy.Any => given,
            ReviewPolicy.Ratio => ByRatio(work, votes, settings),
            ReviewPolicy.InOrder when OpenNext(work, votes.Find(row => row.Status is ReviewTaskStatus.Waiting)) => null,
            _ => votes.Exists(row => row.Status is not ReviewTaskStatus.Closed) ? null : given,
        };
    }

    private static bool OpenNext(CaseWork work, ReviewTask? next)
    {
        if (next is null) return false;
        work.Rows<ReviewTask>().Replace(next.GoOn());
        if (next.AssigneeId is { } asked) ActionLog.Tell(work, asked, MessageTemplates.TaskGiven);
        return true;
    }

    /// <summary>The first outcome once its share of all votes is reached; the dissent once that can no longer happen.</summary>
    private static string? ByRatio(CaseWork work, List<ReviewTask> tasks, ReviewSettings settings)
    {
        // An answer that was taken back left its place to a new task of the same position.
        var voters = tasks.Where(row => row.Kind is ReviewTaskKind.Main)
            .GroupBy(row => row.Position).Select(place => place.Last()).ToList();
        var needed = (int)Math.Ceiling(settings.Ratio.GetValueOrDefault(1) * voters.Count);
        var answers = voters.Where(row => row.Status is ReviewTaskStatus.Closed)
            .Select(row => work.Rows<Decision>().Last(decision => decision.TaskId == row.Id).Outcome).ToList();
        var inFavour = answers.Count(outcome => outcome == settings.Outcomes[0]);
        if (inFavour >= needed) return settings.Outcomes[0];
        return answers.Count - inFavour > voters.Count - needed ? settings.AgainstOutcome : null;
    }
}
