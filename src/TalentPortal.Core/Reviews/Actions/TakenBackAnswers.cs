using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Orchestration;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>What can be undone of an answer, and how. The answer itself stays on record.</summary>
internal static class TakenBackAnswers
{
    /// <summary>
    /// Whether nobody acted upon the outcome: all that it started are review steps whose tasks nobody took or answered, or a supplement
    /// that the applicant has not answered.
    /// </summary>
    public static bool IsUndoable(CaseWork work, ReviewTask task, ReviewStep step)
    {
        if (step.Status is not ReviewStepStatus.Closed
            || work.Rows<Decision>().LastOrDefault(row => row.StepId == step.Id)?.TaskId != task.Id)
            return false;
        if (work.Rows<Application>().Single().IsFinal) return false;
        var since = step.ClosedAt!.Value;
        var later = work.Rows<ReviewStep>().Where(row => row.InstanceId == step.InstanceId && row.Id != step.Id && row.OpenedAt >= since)
            .ToList();
        if (!later.TrueForAll(row => row.Status is ReviewStepStatus.Open && IsUntouched(work, row))) return false;
        var waits = later.Select(row => row.BookmarkId).Concat(
            work.Rows<Supplement>().Where(row => row.Status is SupplementStatus.Open && row.RequestedAt >= since)
                .Select(row => row.BookmarkId)).ToHashSet(StringComparer.Ordinal);
        return work.Rows<BookmarkRow>().Where(row => row.InstanceId == step.InstanceId && row.CreatedAt >= since)
            .All(row => waits.Contains(row.Id));
    }

    /// <summary>Opens the task anew in a step that still waits for others.</summary>
    /// <returns>False where somebody acted upon the answer.</returns>
    public static bool Reopen(CaseWork work, ReviewTask task)
    {
        var tasks = work.Rows<ReviewTask>();
        var parent = tasks.FirstOrDefault(row => row.Id == task.ParentId);
        if (task.Kind.HoldsParent() && parent is not { IsOpen: true }) return false;
        var next = NextOf(work, task);
        if (next is { Status: not ReviewTaskStatus.Open }) return false;
        var again =
            ReviewSteps.AddTask(work, task.StepIn(work), new ReviewAssignment(task.OrganisationId, task.AssigneeId), task.Position) with
            {
                Kind = task.Kind,
                ParentId = task.ParentId,
                AskedBy = task.AskedBy,
                Role = task.Role,
                PassedOnBy = task.PassedOnBy,
                Status = ReviewTaskStatus.Claimed,
                ClaimedBy = task.ClosedBy,
                ClaimedAt = work.Now,
            };
        tasks.Replace(again);
        if (next is not null) tasks.Replace(next.Wait() with { ParentId = next.Kind is ReviewTaskKind.Main ? null : again.Id });
        if (task.Kind.HoldsParent()) tasks.Replace(parent!.Wait());
        return true;
    }

    /// <summary>The task whose turn came by this answer: the next in order, or the further decision; null where there is none.</summary>
    private static ReviewTask? NextOf(CaseWork work, ReviewTask task)
    {
        var mine = work.Rows<ReviewTask>()
            .Where(row => row.StepId == task.StepId && row.Status is not (ReviewTaskStatus.Cancelled or ReviewTaskStatus.Waiting)).ToList();
        if (mine.Find(row => row.Kind is ReviewTaskKind.After && row.ParentId == task.Id) is { } after) return after;
        return task.StepIn(work).Policy is ReviewPolicy.InOrder
            ? mine.Where(row => row.Kind is ReviewTaskKind.Main && row.Position > task.Position).MinBy(row => row.Position) : null;
    }

    private static bool IsUntouched(CaseWork work, ReviewStep step) =>
        work.Rows<ReviewTask>().Where(task => task.StepId == step.Id)
            .All(task => task.Status is ReviewTaskStatus.Open or ReviewTaskStatus.Waiting);
}
