using TalentPortal.Workflows.Activities.Composition;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Activities.Flow;

/// <summary>Runs activities along connections: joins by counting, dead paths eliminated, loops by backward connections.</summary>
internal sealed class Flowchart : ElsaActivity
{
    public override string TypeName => "Elsa.Flowchart";

    public override IReadOnlyList<ActivityPort> Ports { get; } = [new("activities", IsList: true)];

    internal override bool DeclaresVariables => true;

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        var detail = (FlowDetail)context.Node.Detail!;
        WorkflowScope.Open(context.Run, context.Node, context);
        if (detail.Activities.Count == 0) return ValueTask.CompletedTask;
        var start = detail.StartFor(context.Instance.TriggerActivityId);
        context.SetFlow(new FlowState(start, detail.Activities.Count, detail.Connections.Count));
        context.Schedule(detail.Activities[start]);
        return ValueTask.CompletedTask;
    }

    public override ValueTask ChildCompletedAsync(ActivityContext context, ChildCompletion child)
    {
        if (child.Node.Activity.IsTerminal)
        {
            context.Complete();
            return ValueTask.CompletedTask;
        }

        new FlowWalk(context).Complete(child);
        return ValueTask.CompletedTask;
    }

    internal override object ReadDetail(DetailReader reader)
    {
        var activities = reader.Node.In("activities").ToList();
        var known = activities.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        var connections = ConnectionReader.Read(reader, known);
        reader.Node.Connections = connections;
        var detail = new FlowDetail([.. activities.DistinctBy(node => node.Id)], connections);
        foreach (var (connection, index) in connections.Select((connection, index) => (connection, index)))
        {
            var source = detail.IndexOf(detail.Activities.First(node => node.Id == connection.Source));
            if (!detail.Graph.IsReachable(source) || detail.Graph.IsForward(index) || detail.Graph.IsSoundBackward(index)) continue;
            reader.Error("connections", DefinitionFault.BackwardConnection, connection.Source, connection.Target);
        }

        return detail;
    }
}
