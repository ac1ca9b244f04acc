using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Data;
using TalentPortal.Core.Files;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Queries;

namespace TalentPortal.Core.Reviews;

/// <summary>An officer who works on a case notes that a file was compared with its original.</summary>
public sealed class OriginalChecks(PortalDbContext db, CaseTransaction transactions)
{
    /// <summary>Notes it, or takes the note back.</summary>
    /// <param name="actor">Who compared.</param>
    /// <param name="taskId">The open task under which it is done.</param>
    /// <param name="materialId">The file.</param>
    /// <param name="isChecked">Whether it was compared.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> MarkAsync(
        Actor actor, Guid taskId, Guid materialId, bool isChecked, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var caseId = await db.ReviewTasks.AsNoTracking().Where(row => row.Id == taskId)
            .Select(row => (Guid?)row.CaseId).FirstOrDefaultAsync(ct);
        if (caseId is not { } id) return new CaseNotFound();
        return await transactions.RunAsync(
            id, operation, (work, _) => Task.FromResult(Mark(work, actor, taskId, materialId, isChecked)), ct);
    }

    private static Result Mark(CaseWork work, Actor actor, Guid taskId, Guid materialId, bool isChecked)
    {
        var task = work.Rows<ReviewTask>().FirstOrDefault(row => row.Id == taskId);
        if (task is null || !actor.MayActOn(task)) return new CaseNotFound();
        var settings = ReviewSettings.FromJson(work.Rows<ReviewStep>().Single(row => row.Id == task.StepId).Settings);
        if (ReviewQuery.ReachOf(task, settings) is not FileReach.Full) return new CaseNotFound();
        if (!task.IsOpen) return new TaskNotOpen();
        if (task.Status is ReviewTaskStatus.Claimed && task.ClaimedBy != actor.UserId) return new TaskClaimedByOther(task.ClaimedBy!.Value);
        if (work.Rows<CaseMaterial>().FirstOrDefault(row => row.MaterialId == materialId) is not { } link) return new CaseNotFound();
        work.Rows<CaseMaterial>().Replace(link with
        {
            OriginalCheckedBy = isChecked ? actor.UserId : null,
            OriginalCheckedAt = isChecked ? work.Now : null,
        });
        work.Record(isChecked ? "OriginalChecked" : "OriginalCheckTakenBack", ("material", materialId), ("code", link.Code));
        return Result.Success;
    }
}
