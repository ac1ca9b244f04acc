using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Data;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Reviews.Batches;

/// <summary>Reads ticked tasks: which can be answered at once, how, and why the others can't.</summary>
public sealed class BatchQuery(PortalDbContext db, ServiceItems items)
{
    /// <summary>Reads them.</summary>
    /// <param name="actor">Who wants to answer.</param>
    /// <param name="taskIds">The ticked tasks.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<BatchView> ReadAsync(Actor actor, IReadOnlyCollection<Guid> taskIds, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(taskIds);
        var wanted = taskIds.Distinct().ToList();
        var found = await (from task in db.ReviewTasks.AsNoTracking()
                           join step in db.ReviewSteps.AsNoTracking() on task.StepId equals step.Id
                           join application in db.Applications.AsNoTracking() on task.CaseId equals application.CaseId
                           join owner in db.Cases.AsNoTracking() on task.CaseId equals owner.Id
                           where wanted.Contains(task.Id) && owner.Number != null
                           orderby owner.Number, task.CreatedAt, task.Id
                           select new Found(task, step, application, owner)).ToListAsync(ct);
        var rows = new List<BatchChoice>();
        foreach (var one in found.Where(one => actor.MayActOn(one.Task))) rows.Add(await RowAsync(actor, one, ct));
        return new BatchView(rows, wanted.Count - rows.Count);
    }

    private async Task<BatchChoice> RowAsync(Actor actor, Found found, CancellationToken ct)
    {
        var (task, application) = (found.Task, found.Application);
        var whole = ReviewSettings.FromJson(found.Step.Settings);
        var settings = whole.For(task);
        var item = (await items.VersionAsync(application.ServiceItemVersionId, ct)).Item;
        var outcomes = settings.Outcomes.Where(outcome => IsPlain(item, task, settings, outcome)).ToList();
        return new BatchChoice
        {
            TaskId = task.Id,
            CaseId = task.CaseId,
            Number = found.Case.Number!,
            SubjectMasked = settings.Anonymous ? null : Mask.Name(application.SubjectName),
            ServiceItem = item.Name,
            Step = item.Guide.Steps.FirstOrDefault(step => step.Code == task.StepCode)?.Name
                ?? new LocalizedText(task.StepCode, task.StepCode),
            Outcomes = outcomes,
            ReasonRequired = [.. settings.ReasonRequired.Where(outcome => outcomes.Contains(outcome, StringComparer.Ordinal))],
            WhyNot = actor.IsOwn(application, whole) ? new OfficerIsApplicant()
                : found.Case.Hold ? new CaseSuspended()
                : WhyClosed(task) ?? task.WhyNotFor(actor) ?? (outcomes.Count == 0 ? new NeedsOwnAnswer() : null),
        };
    }

    private static AlreadyDecided? WhyClosed(ReviewTask task) =>
        task is { Status: ReviewTaskStatus.Closed, ClosedBy: { } by, ClosedAt: { } at } ? new AlreadyDecided(by, at) : null;

    /// <summary>Whether an answer needs nothing of its case alone.</summary>
    private static bool IsPlain(ServiceItem item, ReviewTask task, ReviewSettings settings, string outcome) =>
        !settings.Anonymous && outcome != settings.SupplementOutcome
        && (!settings.ScoreSheet || settings.ReasonRequired.Contains(outcome, StringComparer.Ordinal))
        && !item.ReviewForms.Any(form => form.IsAskedWith(task.StepCode, outcome));

    private sealed record Found(ReviewTask Task, ReviewStep Step, Application Application, Case Case);
}
