using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Handovers;

/// <summary>Ends the appointments of who leaves.</summary>
public sealed class Departures(PortalDbContext db, ActorCache actors, AuditStreams audit, PortalTimeZone zone)
{
    /// <summary>Why they can't be ended; null when they can.</summary>
    public Refusal? WhyNot(Actor actor, DateOnly lastOn)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(Permission.GrantRights)) return new MayNotEndAppointments();
        return lastOn < zone.Today ? new LeavesInPast() : null;
    }

    /// <summary>Ends every appointment that would last longer; those that end before stay as they are, so twice is harmless.</summary>
    /// <param name="actor">Who grants rights.</param>
    /// <param name="userId">Who leaves.</param>
    /// <param name="lastOn">The last day in office.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<int>> EndAsync(Actor actor, Guid userId, DateOnly lastOn, Operation operation, CancellationToken ct)
    {
        if (WhyNot(actor, lastOn) is { } refusal) return refusal;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ended = await db.Appointments.Where(
            held => held.UserId == userId && held.FromOn <= lastOn && (held.ToOn == null || held.ToOn > lastOn))
            .ExecuteUpdateAsync(set => set.SetProperty(held => held.ToOn, (DateOnly?)lastOn), ct);
        if (ended == 0) return 0;
        var open = (NpgsqlTransaction)transaction.GetDbTransaction();
        await audit.AppendAsync(open.Connection!, open, AuditStream.Rights, "AppointmentsEnded", operation,
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["user"] = userId,
                ["lastOn"] = lastOn,
                ["appointments"] = ended,
            }, ct);
        await transaction.CommitAsync(ct);
        actors.Forget(userId);
        return ended;
    }
}
