using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;

namespace TalentPortal.Core.Reviews;

/// <summary>Officers take tasks, put them back and answer them. Somebody else's task is not found.</summary>
public sealed class ReviewService(NpgsqlDataSource database, CaseTransaction transactions, Orchestrator orchestrator,
    ReviewSteps steps, DecisionRules rules)
{
    /// <summary>Takes a task out of the pool.</summary>
    public Task<Result> ClaimAsync(Actor actor, Guid taskId, Operation operation, CancellationToken ct) =>
        OnTaskAsync(actor, taskId, operation, (work, task) =>
            Change(work, task.Claim(actor.UserId, work.Now), "TaskClaimed"), ct);

    /// <summary>Puts a task back.</summary>
    public Task<Result> ReleaseAsync(Actor actor, Guid taskId, Operation operation, CancellationToken ct) =>
        OnTaskAsync(actor, taskId, operation, (work, task) =>
            Change(work, task.Release(actor.UserId), "TaskReleased"), ct);

    /// <summary>Answers a task; when that gives the step its outcome, the workflow goes on in the same transaction.</summary>
    public async Task<Result<DecisionReceipt>> DecideAsync(Actor actor, ReviewDecision decision, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(decision);
        var clean = Clean(decision);
        if (await CaseOfAsync(clean.TaskId, ct) is not { } caseId) return new CaseNotFound();
        return await transactions.RunAsync(caseId, operation, (work, token) => DecideAsync(work, actor, clean, token), ct);
    }

    private async Task<Result<DecisionReceipt>> DecideAsync(CaseWork work, Actor actor, ReviewDecision decision, CancellationToken ct)
    {
        if (work.Rows<ReviewTask>().FirstOrDefault(row => row.Id == decision.TaskId) is not { } task || !actor.MayActOn(task))
            return new CaseNotFound();
        var application = work.Rows<Application>().Single();
        var step = work.Rows<ReviewStep>().Single(row => row.Id == task.StepId);
        var settings = ReviewSettings.FromJson(step.Settings);
        if (IsOwn(application, actor, settings)) return new OfficerIsApplicant();
        var closed = task.Close(actor.UserId, work.Now);
        if (!closed.Succeeded) return closed.Refusal;
        if (await rules.CheckAsync(work, task, settings, decision, ct) is { } refusal) return refusal;
        var fields = await rules.FieldsAsync(work, task, decision, ct);
        if (!fields.Succeeded) return fields.Refusal;
        work.Rows<ReviewTask>().Replace(closed.Value);
        var id = Append(work, actor, task, decision, fields.Value);
        if (OutcomeOf(work, step, decision.Outcome) is not { } outcome)
            return new DecisionReceipt(work.CaseId, id, StepOutcome: null, application.Status);
        steps.Close(work, step, outcome);
        await orchestrator.ResumeAsync(work, step.BookmarkId, new JsonObject { ["outcome"] = outcome, ["decision"] = id.ToString() }, ct);
        return new DecisionReceipt(work.CaseId, id, outcome, work.Rows<Application>().Single().Status);
    }

    /// <summary>Whether the actor applied, for whomever; who recommends somebody may answer where the step says so, the subject never.</summary>
    private static bool IsOwn(Application application, Actor actor, ReviewSettings settings) =>
        (actor.PersonId is { } person && application.SubjectPersonId == person)
        || (application.CreatedBy == actor.UserId && !(settings.AuthorMayAnswer && application.OnBehalfBasis is not null));

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

    /// <summary>The step's outcome under its policy; null while others still have to answer.</summary>
    private static string? OutcomeOf(CaseWork work, ReviewStep step, string given)
    {
        var settings = ReviewSettings.FromJson(step.Settings);
        if (step.Policy is ReviewPolicy.Any || given == settings.SupplementOutcome || given == settings.DissentOutcome) return given;
        var tasks = work.Rows<ReviewTask>();
        if (tasks.Where(task => task.StepId == step.Id).OrderBy(task => task.Position).ToList() is var mine
            && mine.Find(task => task.Status is ReviewTaskStatus.Waiting) is { } next && !mine.Exists(task => task.IsOpen))
        {
            tasks.Replace(next with { Status = ReviewTaskStatus.Open });
            return null;
        }

        return mine.Exists(task => task.IsOpen) ? null : given;
    }

    private static Result Change(CaseWork work, Result<ReviewTask> changed, string type)
    {
        if (!changed.Succeeded) return changed.Refusal;
        work.Rows<ReviewTask>().Replace(changed.Value);
        work.Record(type, ("task", changed.Value.Id), ("step", changed.Value.StepCode));
        return Result.Success;
    }

    private async Task<Result> OnTaskAsync(
        Actor actor, Guid taskId, Operation operation, Func<CaseWork, ReviewTask, Result> act, CancellationToken ct)
    {
        if (await CaseOfAsync(taskId, ct) is not { } caseId) return new CaseNotFound();
        return await transactions.RunAsync(caseId, operation, (work, _) => Task.FromResult(
            work.Rows<ReviewTask>().FirstOrDefault(row => row.Id == taskId) is { } task && actor.MayActOn(task)
                ? act(work, task)
                : new CaseNotFound()), ct);
    }

    private async Task<Guid?> CaseOfAsync(Guid taskId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select case_id from review_tasks where id = $1");
        command.Parameters.Add(CaseBatch.Uuid(taskId));
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }
}
