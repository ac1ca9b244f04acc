using System.Text.Json.Nodes;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Execution.Bursts;

/// <summary>Leads outputs to variables, workflow outputs and the register that scripts read.</summary>
internal static class OutputWriter
{
    /// <summary>Sets an output of an activity.</summary>
    public static void Set(
        WorkflowInstance instance, ActivityRun run, EvaluationScope scope, UndoLog undo, string name, JsonNode? value)
    {
        Register(instance, undo, run.Node.Id, name, value);
        if (run.Node.Name is { Length: > 0 } given) Register(instance, undo, given, name, value);
        if (string.Equals(name, "result", StringComparison.OrdinalIgnoreCase)) SetLastResult(instance, undo, value);
        var target = run.Node.OutputTargets.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
        if (target is null) return;
        scope.TryAssign(target, value);
        if (Declaring(run.Owner, target) is { } around) SetWorkflowOutput(instance, around, undo, target, value);
    }

    /// <summary>Sets an output of the nearest workflow around the run that declares it, else of the instance.</summary>
    public static void SetNamed(WorkflowInstance instance, ActivityRun run, UndoLog undo, string name, JsonNode? value)
    {
        var around = Declaring(run.Owner, name) ?? run.Outward().Last();
        SetWorkflowOutput(instance, around, undo, name, value);
    }

    private static ActivityRun? Declaring(ActivityRun? from, string name) => from?.Outward()
        .FirstOrDefault(around => around.Inner?.Outputs.Any(output => output.Name == name) == true);

    private static void SetWorkflowOutput(WorkflowInstance instance, ActivityRun around, UndoLog undo, string name, JsonNode? value)
    {
        if (around.Owner is not null)
        {
            Set(instance, around, new EvaluationScope(instance, around.Owner, undo), undo, name, value);
            return;
        }

        Put(instance.Output, undo, name, value);
    }

    private static void Register(WorkflowInstance instance, UndoLog undo, string activity, string name, JsonNode? value) =>
        Put(instance.ActivityOutputs, undo, (activity, name), value);

    private static void SetLastResult(WorkflowInstance instance, UndoLog undo, JsonNode? value)
    {
        var before = instance.LastResult;
        undo.Add(() => instance.LastResult = before);
        instance.LastResult = value;
    }

    private static void Put<TKey>(Dictionary<TKey, JsonNode?> values, UndoLog undo, TKey key, JsonNode? value)
        where TKey : notnull
    {
        var had = values.TryGetValue(key, out var before);
        undo.Add(() =>
        {
            if (had) values[key] = before;
            else values.Remove(key);
        });
        values[key] = value;
    }
}
