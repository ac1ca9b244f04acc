using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.Reviews.Absences;

/// <summary>
/// What belongs to a change of an absence: its entry in the audit of rights, then a fresh look at both people's rights and a nudge for the
/// workers.
/// </summary>
public sealed class AbsenceTrace(AuditStreams audit, ActorCache actors, WorkSignal signal)
{
    /// <summary>Commits the change together with its entry.</summary>
    public async Task CommitAsync(
        IDbContextTransaction transaction, string type, Absence absence, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(absence);
        var open = (NpgsqlTransaction)transaction.GetDbTransaction();
        await audit.AppendAsync(open.Connection!, open, AuditStream.Rights, type, operation,
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["absence"] = absence.Id,
                ["absent"] = absence.UserId,
                ["standIn"] = absence.StandInId,
                ["fromOn"] = absence.FromOn,
                ["toOn"] = absence.ToOn,
                ["items"] = absence.ServiceItemCodes,
            }, ct);
        await transaction.CommitAsync(ct);
        actors.Forget(absence.UserId);
        actors.Forget(absence.StandInId);
        signal.Raise();
    }
}
