using System.Text.Json;
using System.Text.Json.Nodes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews.Actions;

namespace TalentPortal.Core.Reviews;

/// <summary>Officers take tasks, put them back and answer them. Somebody else's task is not found.</summary>
public sealed class ReviewService(
    TaskTransaction transactions, Orchestrator orchestrator, ReviewSteps steps, DecisionRules rules, Colleagues colleagues)
{
    /// <summary>Takes a task out of the pool, or over from somebody who can't act on it any more.</summary>
    public Task<Result> ClaimAsync(Actor actor, Guid taskId, Operation operation, CancellationToken ct) =>
        OnTaskAsync(actor, taskId, operation, async (work, task, token) =>
            Change(work, task.Claim(actor.UserId, work.Now, await colleagues.IsGoneAsync(task, token)), "TaskClaimed"), ct);

    /// <summary>Puts a task back.</summary>
    public Task<Result> ReleaseAsync(Actor actor, Guid taskId, Operation operation, CancellationToken ct) =>
        OnTaskAsync(actor, taskId, operation, (work, task, _) => Task.FromResult(
            Change(work, task.HeldBy(actor).Release(actor.UserId), "TaskReleased")), ct);

    /// <summary>Answers a task; when that gives the step its outcome, the workflow goes on in the same transaction.</summary>
    public async Task<Result<DecisionReceipt>> DecideAsync(Actor actor, ReviewDecision decision, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(decision);
        var clean = Clean(decision);
        return await transactions.RunAsync(
            actor, clean.TaskId, operation, (work, task, token) => DecideAsync(work, task, actor, clean, token), ct);
    }

    private async Task<Result<DecisionReceipt>> DecideAsync(
        CaseWork work, ReviewTask task, Actor actor, ReviewDecision decision, CancellationToken ct)
    {
        if (!actor.MayActOn(task)) return new CaseNotFound();
        var closed = task.HeldBy(actor).Close(actor.UserId, work.Now);
        if (!closed.Succeeded) return closed.Refusal;
        var step = work.Rows<ReviewStep>().Single(row => row.Id == task.StepId);
        var settings = ReviewSettings.FromJson(step.Settings).For(task);
        if (await rules.CheckAsync(work, task, actor, settings, decision, ct) is { } refusal) return refusal;
        var fields = await rules.FieldsAsync(work, task, decision, ct);
        if (!fields.Succeeded) return fields.Refusal;
        work.Rows<ReviewTask>().Replace(closed.Value);
        var id = Append(work, actor, task, decision, fields.Value);
        if (StepOutcomes.After(work, closed.Value, decision.Outcome) is not { } outcome)
            return new DecisionReceipt(work.CaseId, id, StepOutcome: null, work.Rows<Application>().Single().Status);
        steps.Close(work, step, outcome);
        if (step.ReturnTo is { } back && !settings.IsDissent(outcome)) await orchestrator.MoveToAsync(work, step.InstanceId, back, ct);
        else await orchestrator.ResumeAsync(
            work, step.BookmarkId, new JsonObject { ["outcome"] = outcome, ["decision"] = id.ToString() }, ct);
        return new DecisionReceipt(work.CaseId, id, outcome, work.Rows<Application>().Single().Status);
    }

    /// <summary>Without what no database takes, before the rules look at it: a reason of nothing else is none.</summary>
    private static ReviewDecision Clean(ReviewDecision decision) => decision with
    {
        Reason = AnswerText.Clean(decision.Reason, keepLines: true),
        Gaps = [.. decision.Gaps.Select(gap => gap with { Note = AnswerText.Clean(gap.Note, keepLines: true) })],
    };

    private static Guid Append(CaseWork work, Actor actor, ReviewTask task, ReviewDecision decision, FormAnswers fields)
    {
        var row = work.Rows<Decision>().Add(new Decision
        {
            Id = Ids.New(),
            CaseId = work.CaseId,
            StepId = task.StepId,
            TaskId = task.Id,
            OfficerId = actor.UserId,
            Role = task.Role,
            OrganisationId = task.OrganisationId,
            Outcome = decision.Outcome,
            Reason = decision.Reason,
            DecidedAt = work.Now,
            Scores = decision.Scores.Count == 0 ? null : JsonSerializer.Serialize(decision.Scores),
            Fields = fields.Values.Count == 0 ? null : fields.ToJson(),
            Gaps = decision.Gaps.Count == 0 ? null : JsonSerializer.Serialize(decision.Gaps, JsonSerializerOptions.Web),
        });
        work.RefuseOn("decisions_one_a_task", new TaskNotOpen());
        work.Record("DecisionMade", ("step", task.StepCode), ("task", task.Id), ("decision", row.Id), ("outcome", decision.Outcome),
            ("unit", task.OrganisationId));
        return row.Id;
    }

    private static Result Change(CaseWork work, Result<ReviewTask> changed, string type)
    {
        if (!changed.Succeeded) return changed.Refusal;
        work.Rows<ReviewTask>().Replace(changed.Value);
        work.Record(type, ("task", changed.Value.Id), ("step", changed.Value.StepCode));
        return Result.Success;
    }

    private Task<Result> OnTaskAsync(Actor actor, Guid taskId, Operation operation,
        Func<CaseWork, ReviewTask, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        transactions.RunAsync(actor, taskId, operation, async (work, task, token) =>
            actor.MayActOn(task) ? await act(work, task, token) : new CaseNotFound(), ct);
}
