using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities.Blocks;
using TalentPortal.Workflows.Activities.Flow;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Execution.Versions;

/// <summary>
/// Carries an instance whose runs all have a place in another version over to it: counters and positions by the ids of activities and
/// connections, values by the ids and names of variables.
/// </summary>
internal static class VersionCarrier
{
    public static WorkflowInstance Carry(WorkflowInstance instance, WorkflowDefinition to, DefinitionCatalog catalog)
    {
        var state = JsonNode.Parse(StateWriter.Write(instance))!.AsObject();
        state["definition"] = to.Id;
        var runs = instance.Runs.ToDictionary(run => run.Id);
        foreach (var json in state["runs"]?.AsArray().Select(item => item!.AsObject()) ?? [])
        {
            if (!runs.TryGetValue((int)json["id"]!, out var run) || run.Definition != instance.Definition) continue;
            Variables(json, run, to);
            if (run.Owner is null) continue;
            var node = to.Find(run.Node.Id)!;
            if (run.Flow is { } flow && node.Detail is FlowDetail detail) Write(json, Counters(flow, (FlowDetail)run.Node.Detail!, detail));
            if (node.Activity is Sequence) Position(json, run, node);
        }

        return StateReader.Read(state.ToJsonString(), catalog);
    }

    /// <summary>What a run's activity declares in another version.</summary>
    public static IReadOnlyList<VariableDefinition> DeclaredIn(ActivityRun run, WorkflowDefinition to) =>
        run.Owner is null ? to.Variables : run.Inner is not null ? run.DeclaredVariables : to.Find(run.Node.Id)?.Variables ?? [];

    /// <summary>The same variable among others: by id, else by name.</summary>
    public static VariableDefinition? Match(IReadOnlyList<VariableDefinition> declared, VariableDefinition variable) =>
        declared.FirstOrDefault(other => other.Id == variable.Id) ?? declared.FirstOrDefault(other => other.Name == variable.Name);

    private static void Variables(JsonObject json, ActivityRun run, WorkflowDefinition to)
    {
        var values = new JsonObject();
        foreach (var variable in DeclaredIn(run, to))
        {
            var slot = run.Variables.Find(slot => run.Declares(slot) && Match([variable], slot.Definition) is not null);
            var value = slot is null ? variable.Default : variable.Type.Convert(slot.Value);
            if (variable.IsPersistent && value is not null) values[variable.Id] = value.DeepClone();
        }

        json.Remove("variables");
        if (values.Count > 0) json["variables"] = values;
    }

    private static FlowState Counters(FlowState old, FlowDetail from, FlowDetail to)
    {
        var start = to.Activities.Select(node => node.Id).ToList().IndexOf(from.Activities[old.Start].Id);
        var state = new FlowState(start < 0 ? to.Graph.Start : start, to.Activities.Count, to.Connections.Count);
        for (var index = 0; index < to.Activities.Count; index++)
        {
            var was = from.Activities.Select(node => node.Id).ToList().IndexOf(to.Activities[index].Id);
            if (was >= 0) state.Visits[index] = old.Visits[was];
        }

        var left = Enumerable.Range(0, from.Connections.Count).ToList();
        var isNew = new List<int>();
        for (var index = 0; index < to.Connections.Count; index++)
        {
            var was = left.FindIndex(other => IsSame(from.Connections[other], to.Connections[index]));
            if (was < 0)
            {
                isNew.Add(index);
                continue;
            }

            (state.Counts[index], state.Followed[index]) = (old.Counts[left[was]], old.Followed[left[was]]);
            left.RemoveAt(was);
        }

        foreach (var index in isNew)
            Inherit(state, index, to,
                left.Where(gone => old.Followed[gone] && from.Connections[gone].Target == to.Connections[index].Target));
        return state;

        // What had arrived by a way that is gone counts for the ways that are new: the case has passed there.
        static void Inherit(FlowState state, int index, FlowDetail to, IEnumerable<int> arrived) => state.Followed[index] = arrived.Any();
    }

    private static bool IsSame(ConnectionDefinition one, ConnectionDefinition other) =>
        one.Source == other.Source && one.SourcePort == other.SourcePort && one.Target == other.Target;

    private static void Write(JsonObject json, FlowState flow) => json["flow"] = new JsonObject
    {
        ["start"] = flow.Start,
        ["visits"] = string.Join(' ', flow.Visits),
        ["counts"] = string.Join(' ', flow.Counts),
        ["followed"] = string.Join(' ', flow.Followed.Select(followed => followed ? 1 : 0)),
    };

    /// <summary>A sequence goes on after what runs in it now.</summary>
    private static void Position(JsonObject json, ActivityRun run, ActivityNode node)
    {
        if (run.Children is not [var present, ..]) return;
        var index = node.Children.TakeWhile(child => child.Node.Id != present.Node.Id).Count();
        if (json["properties"] is not JsonObject properties) json["properties"] = properties = [];
        properties[Sequence.Next] = Math.Min(index + 1, node.Children.Count);
    }
}
