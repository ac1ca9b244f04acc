using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Absences;

/// <summary>Whether an absence can be entered.</summary>
public sealed class AbsenceRules(PortalDbContext db, ServiceItems items, PortalTimeZone zone)
{
    /// <summary>The roles in which nobody stands in: an expert's seat and the administrator's keys are personal.</summary>
    public static IReadOnlyList<PortalRole> Personal { get; } = [PortalRole.Expert, PortalRole.Administrator];

    /// <summary>Why not; null when it can.</summary>
    public async Task<Refusal?> WhyNotAsync(AbsenceEntry entry, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.StandInId == entry.UserId) return new StandInIsOneself();
        if (entry.ToOn < entry.FromOn) return new AbsenceBackwards();
        if (entry.FromOn < zone.Today) return new AbsenceInPast();
        if (entry.ServiceItemCodes is { } codes && (codes.Count == 0 || codes.Any(code => items.Find(code) is null)))
            return new AbsenceItemsMissing();
        return await WhyNotBesideOthersAsync(entry, ct) ?? (await HasRightAsync(entry, ct) ? null : new StandInWithoutRight());
    }

    /// <summary>Whether the actor may enter and end absences of somebody: the own ones, and those of the people he heads.</summary>
    public async Task<bool> MayEnterForAsync(Actor actor, Guid userId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.UserId == userId || (await HeldAsync(userId, zone.Today, zone.Today, ct)).Exists(held => Heads(actor, held));
    }

    /// <summary>Whether the actor heads whoever holds an appointment, in the own name.</summary>
    public static bool Heads(Actor actor, Appointment held)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(held);
        return actor.Appointments.Any(own => own is { Supervises: true, HeldFor: null }
            && (own.Role is PortalRole.TalentOffice || (own.Role == held.Role && own.OrganisationId == held.OrganisationId)));
    }

    private async Task<Refusal?> WhyNotBesideOthersAsync(AbsenceEntry entry, CancellationToken ct)
    {
        var near = await db.Set<Absence>().AsNoTracking()
            .Where(row => row.EndedAt == null && row.FromOn <= entry.ToOn && row.ToOn >= entry.FromOn)
            .OrderBy(row => row.FromOn).ToListAsync(ct);
        if (near.Find(row => row.UserId == entry.UserId && Shares(row, entry)) is { } own) return new AbsenceOverlaps(own.FromOn, own.ToOn);
        if (near.Exists(row => row.UserId == entry.StandInId && row.StandInId == entry.UserId)) return new StandInCircle();
        if (near.Find(row => row.UserId == entry.StandInId) is { } away) return new StandInAbsent(away.FromOn, away.ToOn);
        return near.Find(row => row.StandInId == entry.UserId) is { } meanwhile
            ? new StandsInMeanwhile(meanwhile.FromOn, meanwhile.ToOn)
            : null;
    }

    private static bool Shares(Absence row, AbsenceEntry entry) =>
        row.ServiceItemCodes is null || entry.ServiceItemCodes is null
            || row.ServiceItemCodes.Intersect(entry.ServiceItemCodes, StringComparer.Ordinal).Any();

    private async Task<bool> HasRightAsync(AbsenceEntry entry, CancellationToken ct)
    {
        var needed = (await HeldAsync(entry.UserId, entry.FromOn, entry.ToOn, ct)).ConvertAll(held => held.Role);
        needed.RemoveAll(role => Personal.Contains(role));
        var held = await HeldAsync(entry.StandInId, entry.FromOn, entry.ToOn, ct);
        return needed.Count > 0 && needed.TrueForAll(role =>
            held.Exists(one => one.Role == role && one.HoldsOn(entry.FromOn) && one.HoldsOn(entry.ToOn)));
    }

    private Task<List<Appointment>> HeldAsync(Guid userId, DateOnly from, DateOnly to, CancellationToken ct) =>
        db.Appointments.AsNoTracking()
        .Where(held => held.UserId == userId && held.FromOn <= to && (held.ToOn == null || held.ToOn >= from)).ToListAsync(ct);
}
