using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Actions;

namespace TalentPortal.Core.Reviews.Handovers;

/// <summary>Whether a task can be handed over.</summary>
internal static class HandoverRules
{
    /// <summary>Whether the actor may hand a task over: who supervises it, and who grants rights.</summary>
    public static bool MayHandOver(this Actor actor, ReviewTask task) =>
        actor.MayHandOver(task.Role, task.OrganisationId, task.ServiceItemCode);

    /// <summary>The same for all tasks of a role in a unit for a service item.</summary>
    public static bool MayHandOver(this Actor actor, string role, Guid organisationId, string serviceItemCode) =>
        actor.Can(Permission.GrantRights) || actor.MaySupervise(role, organisationId, serviceItemCode);

    /// <summary>Why a task stays where it is; null when it can go.</summary>
    /// <param name="task">The task.</param>
    /// <param name="application">Its application.</param>
    /// <param name="settings">Its step's settings.</param>
    /// <param name="handover">The handover.</param>
    /// <param name="receiver">The person who gets it, as he is today; null for a unit.</param>
    /// <param name="unitAnswers">Whether the unit that gets it has somebody of the task's role.</param>
    public static Refusal? WhyNot(
        ReviewTask task, Application application, ReviewSettings settings, Handover handover, Actor? receiver, bool unitAnswers)
    {
        if (task.Status is ReviewTaskStatus.Closed or ReviewTaskStatus.Cancelled) return new TaskNotOpen();
        if (!handover.From.Has(task)) return new NoLongerThere();
        if (settings.Anonymous) return new PanelSeatFixed();
        if (handover.To.UserId is { } person)
            return person == handover.From.UserId ? new HandedToTheSame() : WhyNotFor(task, application, settings, receiver);
        if (handover.To.OrganisationId is { } unit && unit == task.OrganisationId) return new HandedToTheSame();
        return unitAnswers ? null : new UnitWithoutReviewer();
    }

    private static Refusal? WhyNotFor(ReviewTask task, Application application, ReviewSettings settings, Actor? receiver)
    {
        if (receiver is null || receiver.IsOwn(application, settings)) return new ColleagueWithoutRight();
        if (receiver.AbsentUntil is { } until) return new ColleagueAbsent(until);
        return receiver.MayActOn(task with { AssigneeId = null }) ? null : new ColleagueWithoutRight();
    }
}
