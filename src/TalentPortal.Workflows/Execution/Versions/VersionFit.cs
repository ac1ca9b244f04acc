using TalentPortal.Workflows.Activities.Blocks;
using TalentPortal.Workflows.Activities.Composition;
using TalentPortal.Workflows.Activities.Flow;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution.Bursts;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Execution.Versions;

/// <summary>Whether an instance could go on in another version of its definition where it stands, and what would be lost.</summary>
public sealed class VersionFit
{
    private readonly WorkflowInstance _instance;
    private readonly WorkflowDefinition _to;
    private readonly DefinitionCatalog _catalog;
    private readonly List<Misfit> _misfits = [];
    private readonly List<ActivityRun> _runs = [];

    private VersionFit(WorkflowInstance instance, WorkflowDefinition to, DefinitionCatalog catalog) =>
        (_instance, _to, _catalog) = (instance, to, catalog);

    /// <summary>What has no place there; empty when the instance goes on as it stands.</summary>
    public IReadOnlyList<Misfit> Misfits => _misfits;

    /// <summary>Values that would not be kept as they are.</summary>
    public IReadOnlyList<VariableLoss> Losses { get; private set; } = [];

    /// <summary>The runs that have no place there, outermost only.</summary>
    internal IReadOnlyList<ActivityRun> Runs => _runs;

    /// <summary>Holds an instance against another version.</summary>
    /// <param name="instance">The instance, not in a burst.</param>
    /// <param name="to">The other version.</param>
    /// <param name="catalog">The definitions that either may run inside.</param>
    public static VersionFit Of(WorkflowInstance instance, WorkflowDefinition to, DefinitionCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(catalog);
        var fit = new VersionFit(instance, to, catalog);
        foreach (var run in instance.Runs.Where(run => run.Owner is null || run.HasEndedOwner).ToList()) fit.Look(run);
        fit.Losses = [.. instance.Runs.Where(run => run.Definition == instance.Definition && !fit._runs.Exists(run.Outward().Contains))
            .SelectMany(fit.LossesOf)];
        return fit;
    }

    private void Look(ActivityRun run)
    {
        if (run.Owner is not null && ReasonAgainst(run) is { } reason)
        {
            _runs.Add(run);
            _misfits.Add(new Misfit(run.Node.Id, reason, PlacesIn(run)));
            return;
        }

        // What runs inside a workflow-as-activity belongs to that definition, which stays the same.
        if (run.Owner is not null && run.Inner is not null) return;
        foreach (var child in run.Children) Look(child);
    }

    private MisfitReason? ReasonAgainst(ActivityRun run)
    {
        var node = run.Node;
        if (run.Status == RunStatus.Pending || run.HasEndedOwner) return MisfitReason.Unsettled;
        if (_to.Find(node.Id) is not { } other) return MisfitReason.Missing;
        if (other.TypeName != node.TypeName) return MisfitReason.OtherType;
        if (other.Parent?.Id != node.Parent?.Id) return MisfitReason.Elsewhere;
        if (node.Outcomes.Except(other.Outcomes, StringComparer.Ordinal).Any()) return MisfitReason.OutcomeGone;
        if (run.Inner is { } inner && (other.Reference is null || _catalog.Resolve(other.Reference) != inner))
            return MisfitReason.OtherContents;
        if (!IsOpen(node) && !Contents(node).SequenceEqual(Contents(other))) return MisfitReason.OtherContents;
        return IncidentFits(run) ? null : MisfitReason.Unsettled;
    }

    /// <summary>A retry tells the activity of a child that has completed: the other version must know that child.</summary>
    private bool IncidentFits(ActivityRun run) => _instance.OpenIncidents.Where(incident => incident.RunId == run.Id)
        .All(incident => incident.Step is not ChildStep step || run.Inner is not null || _to.Find(step.Child.Node.Id) is not null);

    private string[] PlacesIn(ActivityRun run)
    {
        var inside = _instance.Runs.Where(one => one.Outward().Contains(run)).ToList();
        var places = inside.Where(one => _instance.Waits(one) || _instance.OpenIncidents.Exists(incident => incident.RunId == one.Id))
            .Select(one => one.Definition == _instance.Definition ? one.Node.Id : run.Node.Id).Distinct(StringComparer.Ordinal).ToArray();
        return places.Length > 0 ? places : [run.Node.Id];
    }

    private IEnumerable<VariableLoss> LossesOf(ActivityRun run)
    {
        var declared = VersionCarrier.DeclaredIn(run, _to);
        foreach (var slot in run.Variables.Where(slot => run.Declares(slot) && slot.Value is not null))
        {
            if (VersionCarrier.Match(declared, slot.Definition) is not { } same) yield return new VariableLoss(slot.Name, IsDropped: true);
            else if (same.Type.Name != slot.Definition.Type.Name) yield return new VariableLoss(slot.Name, IsDropped: false);
        }
    }

    /// <summary>A container whose contents may change under way: where it stands is known by the ids of what runs in it.</summary>
    private static bool IsOpen(ActivityNode node) => node.Activity is Flowchart or Sequence or WorkflowCall;

    private static IEnumerable<(string Port, string Id)> Contents(ActivityNode node) =>
        node.Children.Select(child => (child.Port, child.Node.Id));
}
