using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Data;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>A task with the case as its officer may see it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Settings">What the definition says about the step.</param>
/// <param name="File">The case; null while an expert has not yet declared to have no conflict of interest.</param>
/// <param name="NeedsDeclaration">Whether the expert has to declare first.</param>
/// <param name="HolderName">Who has it now; null while it is free.</param>
/// <param name="InNameOf">The absent colleague in whose name the reader would act; null for the own.</param>
public sealed record ReviewView(
    ReviewTask Task, ReviewSettings Settings, CaseFile? File, bool NeedsDeclaration, string? HolderName, string? InNameOf);

/// <summary>Reads the review of one task.</summary>
public sealed class ReviewQuery(PortalDbContext db, ServiceItems items, CaseFileQuery files)
{
    /// <summary>Reads it.</summary>
    /// <returns>Null where the actor may not act on the task: it is not found.</returns>
    public async Task<ReviewView?> ReadAsync(Actor actor, Guid taskId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var task = await db.ReviewTasks.AsNoTracking().FirstOrDefaultAsync(row => row.Id == taskId, ct);
        if (task is null || !actor.MayActOn(task)) return null;
        var step = await db.ReviewSteps.AsNoTracking().SingleAsync(row => row.Id == task.StepId, ct);
        var settings = ReviewSettings.FromJson(step.Settings).For(task);
        var reach = ReachOf(task, settings);
        var needsDeclaration = reach is FileReach.Anonymous && !await HasDeclaredAsync(task.Id, ct);
        var holder = task.ClaimedBy ?? task.AssigneeId ?? task.ClosedBy;
        // Who comes too late reads why: a task that was cancelled shows what one that was answered does.
        var shown = reach is FileReach.None ? FileReach.Head : reach;
        return new ReviewView(task, settings,
            needsDeclaration ? null : await files.ReadAsync(task.CaseId, shown, ct, task.Id), needsDeclaration,
            await NameAsync(holder, ct), await NameAsync(actor.InNameOf(task), ct));
    }

    private async Task<string?> NameAsync(Guid? userId, CancellationToken ct) => userId is null ? null
        : await db.Users.AsNoTracking().Where(user => user.Id == userId).Select(user => user.DisplayName).FirstOrDefaultAsync(ct);

    /// <summary>
    /// How much of the case a task shows: by its role, and nothing of a name where the step is anonymous. Experts and joint checkers read
    /// the file to answer: when they have, the case's head is left, and nothing when their task was cancelled.
    /// </summary>
    public static FileReach ReachOf(ReviewTask task, ReviewSettings settings)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(settings);
        var role = Enum.Parse<PortalRole>(task.Role);
        var isAnonymous = settings.Anonymous || role is PortalRole.Expert;
        if (!isAnonymous && role is not PortalRole.JointChecker) return FileReach.Full;
        if (!task.IsOpen) return task.Status is ReviewTaskStatus.Closed ? FileReach.Head : FileReach.None;
        return isAnonymous ? FileReach.Anonymous : FileReach.JointCheck;
    }

    /// <summary>The most that a reader may see of a case, by its visibility or by one of the reader's own tasks.</summary>
    public async Task<FileReach> ReachAsync(Actor actor, CaseVisibility visibility, Guid caseId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(visibility);
        if (await visibility.SeesAsync(actor, caseId, ct)) return FileReach.Full;
        var tasks = await db.ReviewTasks.AsNoTracking().Where(row => row.CaseId == caseId).ToListAsync(ct);
        var most = FileReach.None;
        foreach (var task in tasks.Where(actor.MayActOn))
        {
            var step = await db.ReviewSteps.AsNoTracking().SingleAsync(row => row.Id == task.StepId, ct);
            var reach = ReachOf(task, ReviewSettings.FromJson(step.Settings));
            if (reach is FileReach.Anonymous && !await HasDeclaredAsync(task.Id, ct)) continue;
            if (reach > most) most = reach;
        }

        return most;
    }

    /// <summary>Whether a path is the citizen number of the case's subject.</summary>
    public async Task<bool> IsCitizenIdAsync(Guid caseId, string path, CancellationToken ct)
    {
        var versionId = await db.Applications.AsNoTracking().Where(row => row.CaseId == caseId)
            .Select(row => row.ServiceItemVersionId).SingleAsync(ct);
        return string.Equals((await items.VersionAsync(versionId, ct)).Item.Subject.CitizenId, path, StringComparison.Ordinal);
    }

    private Task<bool> HasDeclaredAsync(Guid taskId, CancellationToken ct) =>
        db.Set<ConflictDeclaration>().AsNoTracking().AnyAsync(row => row.TaskId == taskId && !row.HasConflict, ct);
}
