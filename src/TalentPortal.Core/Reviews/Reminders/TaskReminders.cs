using System.Globalization;
using System.Text.Json;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Reviews.Clocks;

namespace TalentPortal.Core.Reviews.Reminders;

/// <summary>Plans reminders about tasks and gives them. Silence reminds; it never answers in anybody's place.</summary>
public sealed class TaskReminders(ReminderTimes times, TaskAudience audience, PortalTimeZone zone)
{
    /// <summary>Plans the first reminder about a task that was just given out.</summary>
    public void Begin(CaseWork work, ReviewTask task, string rule)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(task);
        Plan(work, task, rule, times.First(rule, work.Now));
    }

    /// <summary>Reminds whoever can answer and plans the next reminder; nothing once the task is answered or no longer needed.</summary>
    public async Task RemindAsync(CaseWork work, TaskReminder reminder, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(reminder);
        if (work.Rows<ReviewTask>().FirstOrDefault(row => row.Id == reminder.TaskId) is not { IsOpen: true } task) return;
        if (times.PutOff(work.Now) is { } later)
        {
            Plan(work, task, reminder.Rule, later);
            return;
        }

        if (!work.Case.Hold) await TellAsync(work, task, ct);
        Plan(work, task, reminder.Rule, times.Next(reminder.Rule, work.Now));
    }

    /// <summary>Tells whoever can answer a task now that somebody asks for speed.</summary>
    public async Task UrgeAsync(CaseWork work, ReviewTask task, string template, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(task);
        foreach (var recipient in await audience.OfAsync(work, task, ct))
            work.Rows<OutboxMessage>().Add(OutboxMessage.To(recipient, template, work.Now, work.CaseId, "{}"));
    }

    private async Task TellAsync(CaseWork work, ReviewTask task, CancellationToken ct)
    {
        var waited = times.WorkingDaysSince(task.CreatedAt, work.Now);
        var parameters = JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["since"] = zone.DateOf(task.CreatedAt).ToString("O", CultureInfo.InvariantCulture),
            ["waited"] = waited.ToString(CultureInfo.InvariantCulture),
        });
        var recipients = await audience.OfAsync(work, task, ct);
        foreach (var recipient in recipients)
            work.Rows<OutboxMessage>().Add(OutboxMessage.To(recipient, MessageTemplates.TaskReminder, work.Now, work.CaseId, parameters));
        work.Record("TaskReminded", ("task", task.Id), ("step", task.StepCode), ("unit", task.OrganisationId),
            ("waitedWorkingDays", waited), ("recipients", recipients.Count));
    }

    private static void Plan(CaseWork work, ReviewTask task, string rule, DateTimeOffset at) =>
        work.Rows<Job>().Add(Job.Of(RemindTaskJob.Kind, work.Now, at, work.CaseId, new TaskReminder(task.Id, rule).ToJson(),
            string.Create(CultureInfo.InvariantCulture, $"{task.Id:N}@{at:O}")));
}
