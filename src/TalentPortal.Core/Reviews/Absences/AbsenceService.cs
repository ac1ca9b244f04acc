using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;

namespace TalentPortal.Core.Reviews.Absences;

/// <summary>Enters and ends absences.</summary>
public sealed class AbsenceService(PortalDbContext db, AbsenceRules rules, AbsenceTrace trace, PortalTimeZone zone)
{
    // One at a time: who is entered now may be somebody's stand-in in the next moment.
    private const string LockSql = "lock table absences in share row exclusive mode";

    /// <summary>Enters one. The operation's id is its key: sent twice it is entered once.</summary>
    public async Task<Result<Guid>> EnterAsync(Actor actor, AbsenceEntry entry, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(operation);
        if (!await rules.MayEnterForAsync(actor, entry.UserId, ct)) return new AbsenceNotYours();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlRawAsync(LockSql, ct);
        if (await db.Set<Absence>().AnyAsync(row => row.Id == operation.Id && row.RecordedBy == actor.UserId, ct)) return operation.Id;
        if (await rules.WhyNotAsync(entry, ct) is { } refusal) return refusal;
        var absence = new Absence
        {
            Id = operation.Id,
            UserId = entry.UserId,
            StandInId = entry.StandInId,
            FromOn = entry.FromOn,
            ToOn = entry.ToOn,
            ServiceItemCodes = entry.ServiceItemCodes is { } codes
                ? [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
                : null,
            RecordedAt = operation.At,
            RecordedBy = actor.UserId,
        };
        db.Add(absence);
        db.Add(OutboxMessage.To(entry.StandInId, MessageTemplates.StandInAsked, operation.At, caseId: null, Days(absence)));
        db.Add(EndStandInJob.For(absence, operation.At, zone.StartOf(absence.ToOn.AddDays(1))));
        await db.SaveChangesAsync(ct);
        await trace.CommitAsync(transaction, "AbsenceEntered", absence, operation, ct);
        return absence.Id;
    }

    /// <summary>Ends one now: the stand-in's right ends with it.</summary>
    public async Task<Result> EndAsync(Actor actor, Guid absenceId, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(operation);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlRawAsync(LockSql, ct);
        var absence = await db.Set<Absence>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == absenceId, ct);
        if (absence is null || !await rules.MayEnterForAsync(actor, absence.UserId, ct)) return new AbsenceNotYours();
        if (!absence.IsAhead(zone.Today)) return new AbsenceOver();
        var ended = absence with { EndedAt = operation.At, EndedBy = actor.UserId };
        db.Update(ended);
        db.Add(EndStandInJob.For(ended, operation.At, operation.At));
        await db.SaveChangesAsync(ct);
        await trace.CommitAsync(transaction, "AbsenceEnded", ended, operation, ct);
        return Result.Success;
    }

    private static string Days(Absence absence) => JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["fromOn"] = absence.FromOn.ToString("O", CultureInfo.InvariantCulture),
        ["toOn"] = absence.ToOn.ToString("O", CultureInfo.InvariantCulture),
    });
}
