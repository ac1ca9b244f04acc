using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.Reviews.Absences;

/// <summary>What follows a change of an absence: an entry in the audit of rights, a fresh look at both people's rights, a nudge for the workers.</summary>
public sealed class AbsenceTrace(AuditStreams audit, ActorCache actors, WorkSignal signal)
{
    /// <summary>Records it.</summary>
    public async Task RecordAsync(string type, Absence absence, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(absence);
        actors.Forget(absence.UserId);
        actors.Forget(absence.StandInId);
        signal.Raise();
        await audit.AppendAsync(AuditStream.Rights, type, operation, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["absence"] = absence.Id,
            ["absent"] = absence.UserId,
            ["standIn"] = absence.StandInId,
            ["fromOn"] = absence.FromOn,
            ["toOn"] = absence.ToOn,
            ["items"] = absence.ServiceItemCodes,
        }, ct);
    }
}
