using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Data;

namespace TalentPortal.Core.Reviews.Handovers;

/// <summary>Reads what can be handed over, and what each task would become.</summary>
public sealed class HandoverQuery(PortalDbContext db, ActorCache actors, ServiceItems items, PortalTimeZone zone)
{
    /// <summary>Most tasks of one confirmation; the rest is shown by the next.</summary>
    public const int Most = 200;

    private IQueryable<ReviewTask> Open => db.ReviewTasks.AsNoTracking()
        .Where(task => task.Status == ReviewTaskStatus.Open || task.Status == ReviewTaskStatus.Claimed
            || task.Status == ReviewTaskStatus.Waiting);

    /// <summary>Reads it.</summary>
    /// <param name="actor">Who hands over.</param>
    /// <param name="from">Whose tasks; null before the choice.</param>
    /// <param name="to">Who gets them; null before the choice.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<HandoverView> ReadAsync(Actor actor, HandoverFrom? from, HandoverTo? to, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var shares = (await SharesAsync(ct)).Where(share => actor.MayHandOver(share.Role, share.OrganisationId, share.ServiceItemCode))
            .ToList();
        var staff = await StaffAsync(ct);
        var view = new HandoverView { People = await PeopleAsync(actor, shares, staff, ct), Units = await UnitsAsync(shares, ct) };
        if (from is null) return view;
        var rows = (await RowsAsync(from.UserId, from.OrganisationId, ct)).Where(row => actor.MayHandOver(row.Task)).ToList();
        var roles = rows.Select(row => (row.Task.Role, row.Task.OrganisationId)).ToHashSet();
        return view with
        {
            Receivers = [.. staff.Where(one => one.Held.UserId != from.UserId
                && roles.Contains((one.Held.Role.ToString(), one.Held.OrganisationId)))
                .DistinctBy(one => one.Held.UserId).Select(one => one.Choice)],
            ReceivingUnits = from.OrganisationId is not { } unit ? [] : [.. staff.Where(one => one.Held.OrganisationId != unit
                && roles.Any(role => role.Role == one.Held.Role.ToString())).DistinctBy(one => one.Held.OrganisationId).Select(
                    one => new HandoverChoice(one.Held.OrganisationId, one.Unit, 0))],
            Tasks = await TasksAsync([.. rows.Take(Most)], to is null ? null : new Handover(from, to, ""), staff, ct),
            More = Math.Max(0, rows.Count - Most),
        };
    }

    private async Task<List<HandoverTask>> TasksAsync(List<Row> rows, Handover? handover, List<Staff> staff, CancellationToken ct)
    {
        var receiver = handover?.To.UserId is { } person ? await actors.FindAsync(person, ct) : null;
        var tasks = new List<HandoverTask>();
        foreach (var row in rows)
        {
            var item = (await items.VersionAsync(row.Application.ServiceItemVersionId, ct)).Item;
            var unit = handover?.To.OrganisationId ?? row.Task.OrganisationId;
            var unitAnswers = staff.Exists(one => one.Held.Role.ToString() == row.Task.Role && one.Held.OrganisationId == unit
                && one.Held.UserId != handover?.From.UserId
                && (one.Held.ServiceItemCodes?.Contains(row.Task.ServiceItemCode, StringComparer.Ordinal) ?? true));
            tasks.Add(new HandoverTask
            {
                TaskId = row.Task.Id,
                Number = row.Number,
                ServiceItem = item.Name,
                Step = item.Guide.Steps.FirstOrDefault(step => step.Code == row.Task.StepCode)?.Name
                    ?? new LocalizedText(row.Task.StepCode, row.Task.StepCode),
                Unit = row.Unit,
                Holder = row.Holder,
                WhyNot = handover is null ? null
                    : HandoverRules.WhyNot(
                        row.Task, row.Application, ReviewSettings.FromJson(row.Settings), handover, receiver, unitAnswers),
            });
        }

        return tasks;
    }

    private async Task<List<Row>> RowsAsync(Guid? person, Guid? place, CancellationToken ct) =>
        await (from task in Open
               join step in db.ReviewSteps.AsNoTracking() on task.StepId equals step.Id
               join application in db.Applications.AsNoTracking() on task.CaseId equals application.CaseId
               join owner in db.Cases.AsNoTracking() on task.CaseId equals owner.Id
               join unit in db.Organisations.AsNoTracking() on task.OrganisationId equals unit.Id
               join user in db.Users.AsNoTracking() on (task.ClaimedBy ?? task.AssigneeId) equals user.Id into users
               from user in users.DefaultIfEmpty()
               where person != null ? task.ClaimedBy == person || task.AssigneeId == person : task.OrganisationId == place
               orderby owner.Number, task.Id
               select new Row(task, application, step.Settings, owner.Number ?? "", new LocalizedText(unit.NameZh, unit.NameEn), user.DisplayName)).ToListAsync(ct);

    /// <summary>Open tasks counted by who has them and by what rights over them go by.</summary>
    private async Task<List<Share>> SharesAsync(CancellationToken ct) => await Open
        .GroupBy(task => new { Holder = task.ClaimedBy ?? task.AssigneeId, task.Role, task.OrganisationId, task.ServiceItemCode })
        .Select(group => new Share(group.Key.Holder, group.Key.Role, group.Key.OrganisationId, group.Key.ServiceItemCode, group.Count()))
        .ToListAsync(ct);

    /// <summary>Those who have open tasks, and those in office for whom the actor answers: who leaves may have none.</summary>
    private async Task<List<HandoverChoice>> PeopleAsync(Actor actor, List<Share> shares, List<Staff> staff, CancellationToken ct)
    {
        var open = shares.Where(share => share.Holder is not null)
            .GroupBy(share => share.Holder!.Value).ToDictionary(group => group.Key, group => group.Sum(share => share.Count));
        var inOffice = staff.Where(one => actor.Can(Permission.GrantRights) || Absences.AbsenceRules.Heads(actor, one.Held))
            .DistinctBy(one => one.Held.UserId).ToDictionary(one => one.Held.UserId, one => one.Choice);
        var gone = open.Keys.Where(id => !inOffice.ContainsKey(id)).ToList();
        var names = await db.Users.AsNoTracking().Where(user => gone.Contains(user.Id))
            .Select(user => new { user.Id, user.DisplayName }).ToListAsync(ct);
        return [.. inOffice.Values.Concat(
            names.Select(user => new HandoverChoice(user.Id, new LocalizedText(user.DisplayName, user.DisplayName), 0)))
            .Select(choice => choice with { Open = open.GetValueOrDefault(choice.Id) })
            .OrderByDescending(choice => choice.Open).ThenBy(choice => choice.Name.Zh, StringComparer.Ordinal)];
    }

    private async Task<List<HandoverChoice>> UnitsAsync(List<Share> shares, CancellationToken ct)
    {
        var open = shares.GroupBy(share => share.OrganisationId).ToDictionary(group => group.Key, group => group.Sum(share => share.Count));
        var ids = open.Keys.ToList();
        var units = await db.Organisations.AsNoTracking().Where(unit => ids.Contains(unit.Id)).OrderBy(unit => unit.Code).ToListAsync(ct);
        return units.ConvertAll(unit => new HandoverChoice(unit.Id, new LocalizedText(unit.NameZh, unit.NameEn), open[unit.Id]));
    }

    private async Task<List<Staff>> StaffAsync(CancellationToken ct)
    {
        var today = zone.Today;
        return await (from held in db.Appointments.AsNoTracking()
                      join user in db.Users.AsNoTracking() on held.UserId equals user.Id
                      join unit in db.Organisations.AsNoTracking() on held.OrganisationId equals unit.Id
                      where held.FromOn <= today && (held.ToOn == null || held.ToOn >= today)
                      orderby unit.Code, user.DisplayName
                      select new Staff(held, user.DisplayName, new LocalizedText(unit.NameZh, unit.NameEn))).ToListAsync(ct);
    }

    private sealed record Row(ReviewTask Task, Application Application, string Settings, string Number, LocalizedText Unit, string? Holder);

    private sealed record Share(Guid? Holder, string Role, Guid OrganisationId, string ServiceItemCode, int Count);

    private sealed record Staff(Appointment Held, string Name, LocalizedText Unit)
    {
        public HandoverChoice Choice => new(Held.UserId, new LocalizedText($"{Name}·{Unit.Zh}", $"{Name} · {Unit.En}"), 0);
    }
}
