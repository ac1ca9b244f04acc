using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>What the actions on a task ask of it.</summary>
internal static class TaskConditions
{
    /// <summary>Why an officer can't do anything with a task now; null when he can.</summary>
    public static Refusal? WhyNotFor(this ReviewTask task, Actor actor)
    {
        if (!actor.MayActOn(task)) return new ColleagueWithoutRight();
        if (!task.IsOpen) return new TaskNotOpen();
        return task is { Status: ReviewTaskStatus.Claimed, ClaimedBy: { } holder } && holder != actor.UserId
            && !actor.StandsInFor(holder, task)
            ? new TaskClaimedByOther(holder) : null;
    }

    /// <summary>
    /// Whether the actor applied, for whomever; who recommends somebody may act where the step says so, the subject never.
    /// </summary>
    public static bool IsOwn(this Actor actor, Application application, ReviewSettings settings)
    {
        if (actor.PersonId is { } person && application.SubjectPersonId == person) return true;
        return application.CreatedBy == actor.UserId && !(application.OnBehalfBasis is not null && settings.AuthorMayAnswer);
    }

    /// <summary>Whether it is a seat of a panel, whose members score alone.</summary>
    public static bool IsPanelSeat(this ReviewTask task, CaseWork work) => ReviewSettings.FromJson(task.StepIn(work).Settings).Anonymous;

    /// <summary>The task's step.</summary>
    public static ReviewStep StepIn(this ReviewTask task, CaseWork work) => work.Rows<ReviewStep>().Single(step => step.Id == task.StepId);
}
