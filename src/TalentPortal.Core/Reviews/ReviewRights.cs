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

    /// <summary>
    /// Whoever heads the unit's people of the task's role, and the head of the talent office, who answers for every case.
    /// </summary>
    public static bool MaySupervise(this Actor actor, ReviewTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return actor.MaySupervise(task.Role, task.OrganisationId, task.ServiceItemCode);
    }

    /// <summary>The same for all tasks of a role in a unit for a service item.</summary>
    public static bool MaySupervise(this Actor actor, string role, Guid organisationId, string serviceItemCode)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Appointments.Any(held => held.Supervises && held.Covers(serviceItemCode)
            && (held.Role is PortalRole.TalentOffice || (held.Role.ToString() == role && held.OrganisationId == organisationId)));
    }

    /// <summary>Whoever sits in the leading group, which decides what the talent office's only head cannot decide for himself.</summary>
    public static bool MayDecideForOffice(this Actor actor, ReviewTask task)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(task);
        return actor.Appointments.Any(held => held.Role is PortalRole.LeadingGroup && held.Covers(task.ServiceItemCode));
    }

    /// <summary>Whether the actor stands in on a task for a colleague who is absent.</summary>
    public static bool StandsInFor(this Actor actor, Guid userId, ReviewTask task)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Appointments.Any(held => held.HeldFor == userId && IsFor(held, task));
    }

    /// <summary>
    /// In whose name the actor acts on a task: of the absent colleague who has it, or by whose appointment alone the actor may act;
    /// null in the own.
    /// </summary>
    public static Guid? InNameOf(this Actor actor, ReviewTask task)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(task);
        foreach (var holder in new[] { task.ClaimedBy, task.AssigneeId })
        {
            if (holder is { } absent && absent != actor.UserId && actor.StandsInFor(absent, task)) return absent;
        }

        var fitting = actor.Appointments.Where(held => IsFor(held, task)).ToList();
        if (fitting.Count == 0) fitting = [.. actor.Appointments.Where(held => held.Supervises && held.Covers(task.ServiceItemCode))];
        return fitting.Exists(held => held.HeldFor is null) ? null : fitting.FirstOrDefault()?.HeldFor;
    }

    private static bool IsFor(ActorAppointment held, ReviewTask task) =>
        held.Role.ToString() == task.Role && held.OrganisationId == task.OrganisationId && held.Covers(task.ServiceItemCode);
}
