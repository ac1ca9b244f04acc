using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Reminders;
using TalentPortal.Core.Reviews.Silence;

namespace TalentPortal.Core.Reviews;

/// <summary>Opens and ends review steps with their tasks. Activities and services call it; nothing else writes these rows.</summary>
public sealed class ReviewSteps(CaseClocks clocks, TaskReminders reminders, AcceptanceTimes acceptance)
{
    /// <summary>Opens a step: tasks in their units, the applicant's stage, the clock.</summary>
    public ReviewStep Open(CaseWork work, ReviewOpening opening)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(opening);
        if (opening.Assignments.Count == 0) throw new InvalidOperationException($"Nobody can act in step '{opening.Code}'.");
        var id = Ids.New();
        var step = work.Rows<ReviewStep>().Add(new ReviewStep
        {
            Id = id,
            CaseId = work.CaseId,
            InstanceId = opening.InstanceId,
            BookmarkId = opening.BookmarkId,
            ActivityId = opening.ActivityId,
            Code = opening.Code,
            Role = opening.Role,
            Policy = opening.Policy,
            Settings = opening.Settings.ToJson(),
            ReturnTo = StraightBack(work, opening.ActivityId),
            DueOn = opening.WorkingDays is { } days ? clocks.Start(work, DeadlineKind.Step, days, id).DueOn : null,
            OpenedAt = work.Now,
        });
        for (var position = 0; position < opening.Assignments.Count; position++)
        {
            var task = AddTask(work, step, opening.Assignments[position], position);
            if (opening.Settings.Reminder is { } rule) reminders.Begin(work, task, rule);
        }

        SetStage(work, opening.Code);
        if (opening.SilentDays is { } silent) acceptance.Begin(work, silent);
        if (opening.Settings.PauseReason is { } reason) clocks.Stop(work, reason);
        work.Record("StepOpened", ("step", opening.Code), ("stepId", step.Id), ("role", opening.Role));
        return step;
    }

    /// <summary>Adds a task to an open step.</summary>
    public static ReviewTask AddTask(CaseWork work, ReviewStep step, ReviewAssignment assignment, int position)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(assignment);
        var application = work.Rows<Application>().Single();
        return work.Rows<ReviewTask>().Add(new ReviewTask
        {
            Id = Ids.New(),
            CaseId = work.CaseId,
            StepId = step.Id,
            StepCode = step.Code,
            Role = step.Role,
            ServiceItemCode = application.ServiceItemCode,
            OrganisationId = assignment.OrganisationId,
            TownId = application.TownOrganisationId,
            Paused = IsPaused(work, step),
            AssigneeId = assignment.AssigneeId,
            Position = position,
            DueOn = step.DueOn,
            CreatedAt = work.Now,
            Status = step.Policy is ReviewPolicy.InOrder && position > 0 ? ReviewTaskStatus.Waiting : ReviewTaskStatus.Open,
        });
    }

    /// <summary>After a case was suspended or resumed: its tasks say whether their time stands still.</summary>
    internal static void MarkPaused(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var steps = work.Rows<ReviewStep>().ToDictionary(step => step.Id);
        var tasks = work.Rows<ReviewTask>();
        foreach (var task in tasks.Where(task => task.Status is not (ReviewTaskStatus.Closed or ReviewTaskStatus.Cancelled)).ToList())
            tasks.Replace(task with { Paused = IsPaused(work, steps[task.StepId]) });
    }

    private static bool IsPaused(CaseWork work, ReviewStep step) =>
        work.Case.Hold || ReviewSettings.FromJson(step.Settings).PauseReason is not null;

    /// <summary>Closes a step with its outcome; tasks nobody needs any more are cancelled.</summary>
    public void Close(CaseWork work, ReviewStep step, string outcome)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(step);
        work.Rows<ReviewStep>().Replace(step with { Status = ReviewStepStatus.Closed, Outcome = outcome, ClosedAt = work.Now });
        CancelTasks(work, step);
        EndClock(work, step);
        work.Record("StepClosed", ("step", step.Code), ("stepId", step.Id), ("outcome", outcome));
    }

    /// <summary>Ends the step that waits at a bookmark, without an outcome.</summary>
    public void Cancel(CaseWork work, string bookmarkId)
    {
        ArgumentNullException.ThrowIfNull(work);
        var open = work.Rows<ReviewStep>().FirstOrDefault(step => step.BookmarkId == bookmarkId && step.Status is ReviewStepStatus.Open);
        if (open is null) return;
        work.Rows<ReviewStep>().Replace(open with { Status = ReviewStepStatus.Cancelled, ClosedAt = work.Now });
        CancelTasks(work, open);
        EndClock(work, open);
        work.Record("StepCancelled", ("step", open.Code), ("stepId", open.Id));
    }

    /// <summary>A step that asked for a supplement still leads straight back when it is done again.</summary>
    private static string? StraightBack(CaseWork work, string activityId) =>
        work.Rows<ReviewStep>()
            .LastOrDefault(row => row.ActivityId == activityId && row.Status is ReviewStepStatus.Closed) is { ReturnTo: { } back } last
            && last.Outcome == ReviewSettings.FromJson(last.Settings).SupplementOutcome ? back : null;

    private void EndClock(CaseWork work, ReviewStep step)
    {
        clocks.End(work, clock => clock.StepId == step.Id);
        if (ReviewSettings.FromJson(step.Settings).PauseReason is { } reason) clocks.Restart(work, reason);
    }

    private static void CancelTasks(CaseWork work, ReviewStep step)
    {
        var tasks = work.Rows<ReviewTask>();
        foreach (var task in tasks.Where(task => task.StepId == step.Id
            && task.Status is not (ReviewTaskStatus.Closed or ReviewTaskStatus.Cancelled)).ToList())
            tasks.Replace(task.Cancel(work.Now));
    }

    private static void SetStage(CaseWork work, string code)
    {
        var application = work.Rows<Application>().Single();
        if (!application.IsFinal) work.Rows<Application>().Replace(application with { Stage = code });
    }
}
