using TalentPortal.Core.Accounts;

namespace TalentPortal.Core.Reviews;

/// <summary>Who may act on a task.</summary>
public static class ReviewRights
{
    /// <summary>The assignee, or whoever holds the task's role in its unit for its service item.</summary>
    public static bool MayActOn(this Actor actor, ReviewTask task)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(task);
        return (task.AssigneeId is null || task.AssigneeId == actor.UserId)
            && actor.AppointmentFor(Enum.Parse<PortalRole>(task.Role), task.OrganisationId, task.ServiceItemCode) is not null;
    }
}
