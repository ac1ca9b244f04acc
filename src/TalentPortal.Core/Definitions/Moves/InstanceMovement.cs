using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Execution.Versions;

namespace TalentPortal.Core.Definitions.Moves;

/// <summary>
/// Moves the instance of a locked case: what fits goes on untouched, with its tasks, clocks and waits; what does not goes on at the step
/// named for it. A case that would stop is refused and stays whole on its version.
/// </summary>
public sealed class InstanceMovement(WorkflowDefinitions definitions, Orchestrator orchestrator, ServiceItems items, ActionLog log)
{
    /// <summary>Moves it.</summary>
    public async Task<Result<MoveState>> RunAsync(CaseWork work, MoveOrder order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(order);
        var row = work.Rows<WorkflowInstanceRow>()
            .FirstOrDefault(one => one.Id == order.InstanceId && one.Status == nameof(WorkflowStatus.Running));
        if (row is null || row.DefinitionVersion != order.From) return MoveState.Gone;
        if (await definitions.FindAsync(row.DefinitionId, order.To, ct) is not { IsPublished: true } to)
            return new DefinitionStateChanged();
        if (await WhyNotAsync(work, row, order, to, ct) is { } refusal) return refusal;
        var known = work.Rows<IncidentRow>().Select(incident => incident.Id).ToHashSet(StringComparer.Ordinal);
        log.Add(work, CaseActionKind.WorkflowVersionChanged, order.AskedBy, order.Reason);
        await orchestrator.MoveToVersionAsync(work, row.Id, to, order.Targets, ct);
        if (work.Rows<IncidentRow>().Any(incident => !known.Contains(incident.Id)) || !GoesOn(work, row.Id)) return new MoveWouldStop();
        Settle(work, row.Id, to);
        return MoveState.Moved;
    }

    private async Task<Refusal?> WhyNotAsync(
        CaseWork work, WorkflowInstanceRow row, MoveOrder order, WorkflowDefinition to, CancellationToken ct)
    {
        await definitions.FindAsync(row.DefinitionId, row.DefinitionVersion, ct);
        var runner = definitions.Runner;
        var places = VersionFit.Of(runner.Load(row.State).Instances[0], to, runner.Catalog).Misfits.SelectMany(misfit => misfit.Places);
        if (places.Any(place => !order.Targets.TryGetValue(place, out var target) || to.Find(target) is not { CanMoveTo: true }))
            return new MovePlaceWithoutStep();
        var application = work.Rows<Application>().SingleOrDefault();
        if (application is null) return null;
        var item = (await items.VersionAsync(application.ServiceItemVersionId, ct)).Item;
        return GuideSteps.MissingFrom(item, to) is { Count: > 0 } missing
            ? new GuideLacksSteps(string.Join(", ", missing.Select(one => one.Step).Distinct()))
            : null;
    }

    private static bool GoesOn(CaseWork work, string instanceId) =>
        work.Rows<WorkflowInstanceRow>().Single(one => one.Id == instanceId).Status != nameof(WorkflowStatus.Running)
        || work.Rows<BookmarkRow>().Any(wait => wait.InstanceId == instanceId)
        || work.Rows<IncidentRow>().Any(incident => incident.InstanceId == instanceId);

    /// <summary>The application is where the move has led it, and no step leads straight back to one that is gone.</summary>
    private static void Settle(CaseWork work, string instanceId, WorkflowDefinition to)
    {
        var steps = work.Rows<ReviewStep>();
        foreach (var step in steps.Where(one => one.InstanceId == instanceId && one.ReturnTo is { } back
            && to.Find(back) is not { CanMoveTo: true }).ToList())
            steps.Replace(step with { ReturnTo = null });
        if (work.Rows<Application>().SingleOrDefault() is not { } application) return;
        var waitsNoMore = application.Status switch
        {
            ApplicationStatus.Supplementing => !work.Rows<Supplement>().Any(asked => asked.Status is SupplementStatus.Open),
            ApplicationStatus.InNotice => !work.Rows<NoticeEntry>().Any(entry => entry.IsOpen),
            _ => false,
        };
        if (!waitsNoMore) return;
        var isAccepted = work.Rows<CaseDeadline>().Any(clock => clock.Kind is DeadlineKind.Promise);
        work.Rows<Application>()
            .Replace(application with { Status = isAccepted ? ApplicationStatus.InReview : ApplicationStatus.Submitted });
    }
}
