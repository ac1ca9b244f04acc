using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Activities.Flow;

namespace TalentPortal.Workflows.Definitions.Checks;

/// <summary>Checks that a flowchart leaves no outcome, no activity and no path hanging.</summary>
internal sealed class FlowCheck(FlowDetail flow, DefinitionCatalog catalog, NodePlace place)
{
    private const string Connections = "connections";

    public void Run()
    {
        if (flow.Activities.Count == 0)
        {
            place.Error("activities", DefinitionFault.EmptyFlowchart);
            return;
        }

        var reachable = new bool[flow.Activities.Count];
        foreach (var start in Starts())
        {
            var fromHere = flow.From(start).Reachable(start);
            for (var i = 0; i < reachable.Length; i++) reachable[i] |= fromHere[i];
        }

        for (var i = 0; i < reachable.Length; i++)
        {
            var node = flow.Activities[i];
            if (!reachable[i]) place.ErrorAt(node.Id, Connections, DefinitionFault.Unreachable);
            else CheckPorts(node);
        }

        CheckEnds(reachable);
    }

    private IEnumerable<int> Starts() => Enumerable.Range(0, flow.Activities.Count)
        .Where(index => index == flow.Graph.Start || flow.Activities[index].CanStartWorkflow);

    private void CheckPorts(ActivityNode node)
    {
        var outcomes = OutcomesOf(node);
        var ports = flow.Connections.Where(connection => connection.Source == node.Id).Select(connection => connection.SourcePort).ToList();
        if (!ports.Contains(null))
        {
            foreach (var outcome in outcomes.Where(outcome => !ports.Contains(outcome, StringComparer.Ordinal)))
                place.ErrorAt(node.Id, Connections, DefinitionFault.OutcomeLeadsNowhere, outcome);
        }

        foreach (var port in ports.OfType<string>().Where(port => !outcomes.Contains(port, StringComparer.Ordinal)))
            place.ErrorAt(node.Id, Connections, DefinitionFault.NoSuchOutcome, node.TypeName, port);
    }

    /// <summary>From every activity some ending must be in reach, or the workflow could run for ever.</summary>
    private void CheckEnds(bool[] reachable)
    {
        for (var i = 0; i < reachable.Length; i++)
        {
            if (!reachable[i]) continue;
            var ahead = flow.Graph.Reachable(i);
            var ends = Enumerable.Range(0, ahead.Length).Any(other => ahead[other] && OutcomesOf(flow.Activities[other]).Count == 0);
            if (!ends) place.ErrorAt(flow.Activities[i].Id, Connections, DefinitionFault.NoEnd);
        }
    }

    private IReadOnlyList<string> OutcomesOf(ActivityNode node)
    {
        if (node.Reference is null) return node.Outcomes;
        return catalog.Resolve(node.Reference) is { Outcomes.Count: > 0 } inner ? inner.Outcomes : [Activity.Done];
    }
}
