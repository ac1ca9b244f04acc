using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>The tasks that were added to others of their step.</summary>
internal static class AddedTasks
{
    /// <summary>Those added to a task and not yet ended.</summary>
    public static IEnumerable<ReviewTask> OpenOf(CaseWork work, ReviewTask task) =>
        work.Rows<ReviewTask>()
            .Where(row => row.ParentId == task.Id && row.Status is not (ReviewTaskStatus.Closed or ReviewTaskStatus.Cancelled));

    /// <summary>Those added to a task, those added to them, and so on, not yet ended.</summary>
    public static List<ReviewTask> Under(CaseWork work, ReviewTask task) =>
        [.. OpenOf(work, task).SelectMany(row => Under(work, row).Append(row))];

    /// <summary>Ends the opinions that a task asked for and no longer needs, with those that they asked for.</summary>
    public static void EndOpinions(CaseWork work, ReviewTask task)
    {
        foreach (var opinion in OpenOf(work, task).Where(row => row.Kind.IsOpinion()).ToList())
        {
            EndOpinions(work, opinion);
            work.Rows<ReviewTask>().Replace(opinion.Cancel(work.Now));
        }
    }

    /// <summary>Lets a task that waited for an added one go on, once nothing else holds it.</summary>
    public static void LetGoOn(CaseWork work, ReviewTask ended)
    {
        if (!ended.Kind.HoldsParent()) return;
        var tasks = work.Rows<ReviewTask>();
        if (tasks.FirstOrDefault(row => row.Id == ended.ParentId) is { Status: ReviewTaskStatus.Waiting } parent
            && !OpenOf(work, parent).Any(row => row.Kind.HoldsParent()))
            tasks.Replace(parent.GoOn());
    }
}
