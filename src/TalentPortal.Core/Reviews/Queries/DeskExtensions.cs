using Microsoft.EntityFrameworkCore;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Reviews.Clocks;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>More time for a case: what it would mean, and who asked for it.</summary>
/// <param name="DueOn">The last day as it is.</param>
/// <param name="WouldBeDueOn">The last day with more time.</param>
/// <param name="WorkingDays">How many working days would be added.</param>
/// <param name="AskedBy">Who asked; null as long as nobody did.</param>
/// <param name="AskedByName">His name.</param>
/// <param name="Reason">Why.</param>
public sealed record DeskExtension(
    DateOnly DueOn, DateOnly WouldBeDueOn, int WorkingDays, Guid? AskedBy, string AskedByName, string Reason);

/// <summary>Reads whether a case can have more time.</summary>
public sealed class DeskExtensions(
    PortalDbContext db, CaseClocks clocks, ParameterTable parameters, PortalTimeZone zone, NpgsqlDataSource database, TaskAudience audience)
{
    private static readonly CaseActionKind[] Kinds = [CaseActionKind.ExtensionAsked, CaseActionKind.ExtensionApproved, CaseActionKind.ExtensionRefused];

    /// <summary>
    /// The task for which more time was asked, where it is for the actor to decide although the actor neither acts on it nor heads its
    /// unit: for the leading group, when the talent office's only head asked. Null otherwise.
    /// </summary>
    public async Task<Guid?> ForLeadersAsync(Actor actor, Guid caseId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Appointments.Any(held => held.Role is PortalRole.LeadingGroup)) return null;
        var actions = await ActionsAsync(caseId, ct);
        if (actions is not [{ Kind: CaseActionKind.ExtensionAsked, TaskId: { } taskId } asked]) return null;
        var task = await db.ReviewTasks.AsNoTracking().SingleAsync(row => row.Id == taskId, ct);
        await using var connection = await database.OpenConnectionAsync(ct);
        return actor.MayDecideForOffice(task) && (await audience.DecidersAsync(connection, task, asked.ByUserId, ct)).Contains(actor.UserId)
            ? taskId
            : null;
    }

    /// <summary>Reads it.</summary>
    /// <returns>Null where no promised time runs, its last day is over, or it was decided.</returns>
    public async Task<DeskExtension?> ReadAsync(ReviewTask task, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(task);
        var today = zone.Today;
        var clock = await db.Deadlines.AsNoTracking()
            .FirstOrDefaultAsync(row => row.CaseId == task.CaseId && row.Kind == DeadlineKind.Promise && row.EndedOn == null, ct);
        if (clock is null) return null;
        var actions = await ActionsAsync(task.CaseId, ct);
        if (actions.Exists(row => row.Kind is not CaseActionKind.ExtensionAsked)) return null;
        var asked = actions.FirstOrDefault();
        // After the last day nothing can be given, but what was asked can still be refused.
        if (asked is null && today > clock.DueOn) return null;
        var days = parameters.Int("clock.extendDays", today);
        var name = asked is null
            ? ""
            : await db.Users.AsNoTracking().Where(user => user.Id == asked.ByUserId).Select(user => user.DisplayName).SingleAsync(ct);
        return new DeskExtension(clock.DueOn,
            clocks.Read(clock with { ExtendedWorkingDays = clock.ExtendedWorkingDays + days }, today).DueOn,
            days, asked?.ByUserId, name, asked?.Reason ?? "");
    }

    private Task<List<CaseAction>> ActionsAsync(Guid caseId, CancellationToken ct) =>
        db.Set<CaseAction>().AsNoTracking().Where(row => row.CaseId == caseId && Kinds.Contains(row.Kind))
            .OrderBy(row => row.ActedAt).ThenBy(row => row.Id).ToListAsync(ct);
}
