using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Data;

namespace TalentPortal.Core.Reviews.Absences;

/// <summary>Reads absences for those whom they concern.</summary>
public sealed class AbsenceQuery(PortalDbContext db, ServiceItems items, PortalTimeZone zone)
{
    private const int MostRows = 100;

    /// <summary>Reads them.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="aboutId">Whose absence is to be entered; null, or somebody whom the reader does not head, for the reader.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<AbsenceView> ReadAsync(Actor actor, Guid? aboutId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var staff = await StaffAsync(ct);
        var self = staff.FirstOrDefault(one => one.Held.UserId == actor.UserId)?.Person
            ?? new AbsencePerson(actor.UserId, actor.DisplayName, LocalizedText.Empty);
        var headed = staff.Where(one => one.Held.UserId != actor.UserId && AbsenceRules.Heads(actor, one.Held)).Select(one => one.Person);
        List<AbsencePerson> people = [self, .. headed.DistinctBy(person => person.Id).OrderBy(
            person => person.Unit.Zh, StringComparer.Ordinal)];
        var about = people.Find(person => person.Id == aboutId) ?? self;
        return new AbsenceView(about, people, StandIns(staff, about.Id),
            [.. items.Current.Select(version => (version.Item.Code, version.Item.Name))], await RowsAsync(actor, people, ct));
    }

    private static List<AbsencePerson> StandIns(List<Staff> staff, Guid aboutId)
    {
        var needed = staff.Where(one => one.Held.UserId == aboutId).Select(one => one.Held.Role).ToHashSet();
        if (needed.Count == 0) return [];
        return [.. staff.Where(one => one.Held.UserId != aboutId).GroupBy(one => one.Held.UserId)
            .Where(person => needed.IsSubsetOf(person.Select(one => one.Held.Role))).Select(person => person.First().Person)
            .OrderBy(person => person.Unit.Zh, StringComparer.Ordinal)];
    }

    private async Task<List<Staff>> StaffAsync(CancellationToken ct)
    {
        var today = zone.Today;
        var personal = AbsenceRules.Personal;
        return await (from held in db.Appointments.AsNoTracking()
                      join user in db.Users.AsNoTracking() on held.UserId equals user.Id
                      join unit in db.Organisations.AsNoTracking() on held.OrganisationId equals unit.Id
                      where held.FromOn <= today && (held.ToOn == null || held.ToOn >= today) && !personal.Contains(held.Role)
                      orderby user.DisplayName, held.Id
                      select new Staff(held, new AbsencePerson(user.Id, user.DisplayName, new LocalizedText(unit.NameZh, unit.NameEn))))
                          .ToListAsync(ct);
    }

    private async Task<List<AbsenceRow>> RowsAsync(Actor actor, List<AbsencePerson> people, CancellationToken ct)
    {
        var mine = people.ConvertAll(person => person.Id);
        var rows = await (from absence in db.Set<Absence>().AsNoTracking()
                          join user in db.Users.AsNoTracking() on absence.UserId equals user.Id
                          join standIn in db.Users.AsNoTracking() on absence.StandInId equals standIn.Id
                          where mine.Contains(absence.UserId) || absence.StandInId == actor.UserId
                          orderby absence.ToOn descending, absence.Id
                          select new { absence, Who = user.DisplayName, StandIn = standIn.DisplayName }).Take(MostRows).ToListAsync(ct);
        return rows.ConvertAll(row => new AbsenceRow
        {
            Id = row.absence.Id,
            Who = row.Who,
            StandIn = row.StandIn,
            FromOn = row.absence.FromOn,
            ToOn = row.absence.ToOn,
            Items = row.absence.ServiceItemCodes?.Select(code => items.Find(code)?.Item.Name ?? new LocalizedText(code, code)).ToList(),
            State = StateOf(row.absence),
            MayEnd = row.absence.IsAhead(zone.Today) && mine.Contains(row.absence.UserId),
        });
    }

    private AbsenceState StateOf(Absence absence) => absence.EndedAt is not null ? AbsenceState.EndedEarly
        : absence.ToOn < zone.Today ? AbsenceState.Over
        : absence.FromOn > zone.Today ? AbsenceState.Coming : AbsenceState.Now;

    private sealed record Staff(Appointment Held, AbsencePerson Person);
}
