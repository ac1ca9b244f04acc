using System.Globalization;
using System.Text.Json;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Reviews.Reminders;

namespace TalentPortal.Core.Reviews.Clocks;

/// <summary>
/// Says that a light turned: yellow to whoever can answer now, red to them and to who heads them. Once for each due date, within office
/// hours only; what comes at another hour waits for the next one.
/// </summary>
public sealed class LightTurns(CaseClocks clocks, LightPlans plans, ReminderTimes times, TaskAudience audience, PortalTimeZone zone)
{
    /// <summary>Does what a clock asks for now; nothing where it ended or stands still.</summary>
    public async Task TurnAsync(CaseWork work, Guid clockId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (work.Rows<CaseDeadline>().FirstOrDefault(row => row.Id == clockId) is not { EndedOn: null } clock) return;
        var now = clocks.Read(clock, zone.DateOf(work.Now));
        if (now.IsStopped) return;
        if (times.PutOff(work.Now) is { } later) LightPlans.PlanAt(work, clock, later);
        else if (now.Light is Light.Red && clock.RedToldFor != clock.DueOn) await TurnRedAsync(work, clock, now, ct);
        else if (now.Light is Light.Yellow && clock.YellowToldFor != clock.DueOn) await TurnYellowAsync(work, clock, now, ct);
        else plans.Plan(work, clock);
    }

    private async Task TurnYellowAsync(CaseWork work, CaseDeadline clock, Deadline now, CancellationToken ct)
    {
        var people = await PeopleAsync(work, Tasks(work, clock, withReminded: false), audience.OfAsync, ct);
        Tell(work, people, MessageTemplates.LightYellow, clock, now.RemainingWorkingDays);
        work.Rows<CaseDeadline>().Replace(clock with { YellowToldFor = clock.DueOn });
        Record(work, "LightYellow", clock, people);
    }

    private async Task TurnRedAsync(CaseWork work, CaseDeadline clock, Deadline now, CancellationToken ct)
    {
        var heads = await PeopleAsync(work, Tasks(work, clock, withReminded: true), audience.HeadsAsync, ct);
        var people = (await PeopleAsync(work, Tasks(work, clock, withReminded: false), audience.OfAsync, ct)).Except(heads).ToList();
        Tell(work, people, MessageTemplates.LightRed, clock, -now.RemainingWorkingDays);
        Tell(work, heads, MessageTemplates.LightEscalated, clock, -now.RemainingWorkingDays);
        work.Rows<CaseDeadline>().Replace(clock with { RedToldFor = clock.DueOn });
        Record(work, "LightRed", clock, people);
        if (heads.Count > 0) Record(work, "CaseEscalated", clock, heads);
    }

    /// <summary>The open tasks that a clock is about; those with reminders of their own rule need no second one.</summary>
    private static List<ReviewTask> Tasks(CaseWork work, CaseDeadline clock, bool withReminded) =>
        [.. work.Rows<ReviewTask>().Where(task => task.IsOpen && (clock.StepId is not { } step || task.StepId == step)
            && (withReminded || ReviewSettings.FromJson(work.Rows<ReviewStep>().Single(row => row.Id == task.StepId).Settings).Reminder is null))];

    private static async Task<IReadOnlyList<Guid>> PeopleAsync(CaseWork work, List<ReviewTask> tasks,
        Func<CaseWork, ReviewTask, CancellationToken, Task<IReadOnlyList<Guid>>> of, CancellationToken ct)
    {
        var people = new List<Guid>();
        foreach (var task in tasks) people.AddRange(await of(work, task, ct));
        return [.. people.Distinct()];
    }

    private static void Tell(CaseWork work, IReadOnlyList<Guid> people, string template, CaseDeadline clock, int workingDays)
    {
        var parameters = JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["dueOn"] = clock.DueOn.ToString("O", CultureInfo.InvariantCulture),
            ["days"] = workingDays.ToString(CultureInfo.InvariantCulture),
        });
        foreach (var person in people)
            work.Rows<OutboxMessage>().Add(OutboxMessage.To(person, template, work.Now, work.CaseId, parameters));
    }

    private static void Record(CaseWork work, string type, CaseDeadline clock, IReadOnlyList<Guid> people) => work.Record(type,
        ("clock", clock.Id), ("step", work.Rows<ReviewStep>().FirstOrDefault(step => step.Id == clock.StepId)?.Code),
        ("dueOn", clock.DueOn),
        ("people", people));
}
