using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>Whether a colleague can be given something to do with a case.</summary>
public sealed class Colleagues(ActorCache actors)
{
    /// <summary>The colleague as one who can act on a task, or why not.</summary>
    /// <param name="work">The case.</param>
    /// <param name="task">What is passed on.</param>
    /// <param name="fromId">Who passes it on.</param>
    /// <param name="toId">The colleague.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Actor>> ForAsync(CaseWork work, ReviewTask task, Guid fromId, Guid toId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(task);
        var found = await FindAsync(work, fromId, toId, ct);
        if (!found.Succeeded) return found;
        return found.Value.MayActOn(task with { AssigneeId = null }) ? found : new ColleagueWithoutRight();
    }

    /// <summary>
    /// The colleague's appointment under which an opinion can be asked of him: of the task's role, or in its unit and reading files.
    /// </summary>
    public async Task<Result<ActorAppointment>> ForOpinionAsync(
        CaseWork work, ReviewTask task, Guid fromId, Guid toId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(task);
        var found = await FindAsync(work, fromId, toId, ct);
        if (!found.Succeeded) return found.Refusal;
        var held = found.Value.Appointments.Where(one => one.HeldFor is null && one.Covers(task.ServiceItemCode)).ToList();
        return held.Find(one => one.Role.ToString() == task.Role && one.OrganisationId == task.OrganisationId)
            ?? held.Find(one => one.Role.ToString() == task.Role)
            ?? held.Find(one => one.OrganisationId == task.OrganisationId && RolePermissions.Of(one.Role).Contains(Permission.ReadFiles))
            ?? (Result<ActorAppointment>)new ColleagueWithoutRight();
    }

    /// <summary>Whether whoever holds a task can't act on it now: absent, or without the right.</summary>
    public async Task<bool> IsGoneAsync(ReviewTask task, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.ClaimedBy is { } holder
            && (await actors.FindAsync(holder, ct) is not { } there || there.AbsentUntil is not null || !there.MayActOn(task));
    }

    private async Task<Result<Actor>> FindAsync(CaseWork work, Guid fromId, Guid toId, CancellationToken ct)
    {
        if (fromId == toId) return new PassedToOneself();
        var application = work.Rows<Application>().Single();
        if (await actors.FindAsync(toId, ct) is not { } colleague || application.CreatedBy == toId
            || (colleague.PersonId is { } person && application.SubjectPersonId == person))
            return new ColleagueWithoutRight();
        return colleague.AbsentUntil is { } until ? new ColleagueAbsent(until) : colleague;
    }
}
