using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews.Clocks;
using TalentPortal.Core.Reviews.Reminders;

namespace TalentPortal.Core.Reviews.Silence;

/// <summary>
/// Accepts what nobody answered in time (by analogy to the Administrative Licensing Law, section 32): closes the step with the answer for
/// which silence stands and lets the workflow go on. Who holds the task does not matter; a suspended case and an open supplement wait.
/// </summary>
public sealed class SilentAcceptance(
    AcceptanceTimes acceptance, AcceptancePlans plans, ReminderTimes times, ReviewSteps steps, TaskAudience audience,
    Orchestrator orchestrator)
{
    /// <summary>Does what a clock asks for now; nothing where it ended, stands still or nobody's answer is awaited.</summary>
    public async Task TakeAsync(CaseWork work, Guid clockId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (AcceptanceTimes.Running(work) is not { } clock || clock.Id != clockId || work.Case.Hold) return;
        if (!acceptance.IsOver(work, clock) || times.PutOff(work.Now) is not null)
        {
            plans.Plan(work, clock);
            return;
        }

        var open = work.Rows<ReviewStep>().FirstOrDefault(step => step.Status is ReviewStepStatus.Open && OutcomeOf(step) is not null);
        if (open is null) return;
        await TellOfficeAsync(work, clock, open, ct);
        steps.Close(work, open, OutcomeOf(open)!);
        await orchestrator.ResumeAsync(work, open.BookmarkId, new JsonObject { ["outcome"] = OutcomeOf(open) }, ct);
    }

    private static string? OutcomeOf(ReviewStep step) => ReviewSettings.FromJson(step.Settings).DeemedOutcome;

    private async Task TellOfficeAsync(CaseWork work, CaseDeadline clock, ReviewStep open, CancellationToken ct)
    {
        var parameters = JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["from"] = clock.StartedOn.ToString("O", CultureInfo.InvariantCulture),
            ["dueOn"] = clock.DueOn.ToString("O", CultureInfo.InvariantCulture),
        });
        var people = new List<Guid>();
        foreach (var task in work.Rows<ReviewTask>().Where(task => task.StepId == open.Id && task.IsOpen).ToList())
            people.AddRange([.. await audience.OfAsync(work, task, ct), .. await audience.HeadsAsync(work, task, ct)]);
        foreach (var person in people.Distinct())
            work.Rows<OutboxMessage>().Add(OutboxMessage.To(person, MessageTemplates.AcceptanceMissed, work.Now, work.CaseId, parameters));
    }
}
