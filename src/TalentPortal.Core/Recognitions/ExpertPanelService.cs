using System.Text.Json.Nodes;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews;

namespace TalentPortal.Core.Recognitions;

/// <summary>Experts declare conflicts of interest before they see a file; who has one is replaced, so that the number stays odd.</summary>
public sealed class ExpertPanelService(NpgsqlDataSource database, CaseTransaction transactions, ExpertChoice experts)
{
    private const int LongestReason = 1000;

    /// <summary>Declares a conflict of interest, or none.</summary>
    /// <param name="actor">The expert.</param>
    /// <param name="taskId">The expert's task.</param>
    /// <param name="hasConflict">Whether there is one.</param>
    /// <param name="reason">Which; needed with a conflict, at most 1,000 characters.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> DeclareAsync(
        Actor actor, Guid taskId, bool hasConflict, string reason, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(reason);
        if (await CaseOfAsync(taskId, ct) is not { } caseId) return new CaseNotFound();
        return await transactions.RunAsync(caseId, operation, async (work, token) =>
        {
            var task = work.Rows<ReviewTask>().FirstOrDefault(row => row.Id == taskId);
            if (task is null || task.AssigneeId != actor.UserId || !actor.MayActOn(task)) return new CaseNotFound();
            if (!task.IsOpen) return new TaskNotOpen();
            if (hasConflict && string.IsNullOrWhiteSpace(reason)) return new ReasonMissing();
            if (reason.Length > LongestReason) return new ReasonTooLong(LongestReason);
            Declare(work, task, hasConflict, reason.Trim());
            return hasConflict ? await ReplaceAsync(work, task, token) : Result.Success;
        }, ct);
    }

    private static void Declare(CaseWork work, ReviewTask task, bool hasConflict, string reason)
    {
        var rows = work.Rows<ConflictDeclaration>();
        var earlier = rows.FirstOrDefault(row => row.TaskId == task.Id);
        var declared = new ConflictDeclaration
        {
            Id = earlier?.Id ?? Ids.New(),
            CaseId = work.CaseId,
            TaskId = task.Id,
            ExpertId = task.AssigneeId!.Value,
            HasConflict = hasConflict,
            Reason = reason,
            DeclaredAt = work.Now,
        };
        if (earlier is null) rows.Add(declared);
        else rows.Replace(declared);
        work.Record("ConflictDeclared", ("task", task.Id), ("hasConflict", hasConflict));
    }

    private async Task<Result> ReplaceAsync(CaseWork work, ReviewTask task, CancellationToken ct)
    {
        var step = work.Rows<ReviewStep>().Single(row => row.Id == task.StepId);
        var seated = work.Rows<ReviewTask>().Where(row => row.StepId == step.Id).Select(row => row.AssigneeId!.Value).ToList();
        var drawn = await experts.DrawAsync(work, CategoryOf(work, step), count: 1, seated, ct);
        if (drawn.Count == 0) return new NoReplacementExpert();
        work.Rows<ReviewTask>().Replace(task.Cancel(work.Now));
        var added = ReviewSteps.AddTask(work, step, drawn[0], seated.Count);
        work.Record("ExpertReplaced", ("task", task.Id), ("by", added.Id));
        return Result.Success;
    }

    private static string CategoryOf(CaseWork work, ReviewStep step)
    {
        var bookmark = work.Rows<BookmarkRow>().Single(row => row.Id == step.BookmarkId);
        return JsonNode.Parse(bookmark.Payload ?? "{}")?["category"]?.GetValue<string>() ?? "";
    }

    private async Task<Guid?> CaseOfAsync(Guid taskId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select case_id from review_tasks where id = $1");
        command.Parameters.Add(CaseBatch.Uuid(taskId));
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }
}
