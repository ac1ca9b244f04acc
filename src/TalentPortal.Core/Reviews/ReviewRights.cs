using TalentPortal.Core.Accounts;

namespace TalentPortal.Core.Reviews;

/// <summary>Who may act on a task.</summary>
public static class ReviewRights
{
    /// <summary>
    /// The assignee, or whoever holds the task's role in its unit for its service item; for an absent one, the stand-in.
    /// </summary>
    public static bool MayActOn(this Actor actor, ReviewTask task)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(task);
        return actor.Appointments.Any(held => IsFor(held, task)
            && (task.AssigneeId is not { } assignee || assignee == actor.UserId || assignee == held.HeldFor));
    }

    /// <summary>Whoever heads the unit's people of the task's role, and the head of the talent office, who answers for every case.</summary>
    public static bool MaySupervise(this Actor actor, ReviewTask task)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(task);
        return actor.Appointments.Any(held => held.Supervises && held.Covers(task.ServiceItemCode)
            && (IsFor(held, task) || held.Role is PortalRole.TalentOffice));
    }

    /// <summary>Whether the actor stands in for a colleague who is absent.</summary>
    public static bool StandsInFor(this Actor actor, Guid userId)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Appointments.Any(held => held.HeldFor == userId);
    }

    private static bool IsFor(ActorAppointment held, ReviewTask task) =>
        held.Role.ToString() == task.Role && held.OrganisationId == task.OrganisationId && held.Covers(task.ServiceItemCode);
}
