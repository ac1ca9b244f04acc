using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Activities.Composition;

/// <summary>A workflow used as an activity: runs inline in the same instance; its inputs are variables in its scope.</summary>
internal sealed class WorkflowCall : Activity
{
    private static readonly HashSet<string> NoInputs = new(
        ["id", "nodeId", "name", "type", "version", "customProperties", "metadata"], StringComparer.OrdinalIgnoreCase);

    public static WorkflowCall Instance { get; } = new();

    public override string TypeName => "Workflow as activity";

    public override bool KeepsInputs => false;

    internal override bool RunsAfterOwnerEnded => true;

    /// <summary>The inputs are those that the JSON sets; their types are the child's affair.</summary>
    public static IEnumerable<ActivityInput> ReadInputs(JsonObject source) => source
        .Where(property => property.Value is JsonObject wrapped && wrapped.Get("expression") is not null)
        .Where(property => !NoInputs.Contains(property.Key))
        .Select(property => new ActivityInput(property.Key, DataType.Object));

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        var run = context.Run;
        var definition = context.Engine.Catalog.Resolve(context.Node.Reference!)
            ?? throw new InvalidOperationException($"There is no definition for '{context.Node.TypeName}'.");
        var arguments = definition.Inputs.Select(input => new VariableSlot(
            new VariableDefinition(input.Name, input.Name, input.Type, null, IsPersistent: true), Argument(context, input))).ToList();
        run.Inner = definition;
        foreach (var argument in arguments)
        {
            run.Variables.Add(argument);
            context.OnUndo(() => run.Variables.Remove(argument));
        }

        WorkflowScope.Enter(context, definition.Scope);
        return ValueTask.CompletedTask;
    }

    private static JsonNode? Argument(ActivityContext context, ArgumentDefinition input)
    {
        var name = context.Node.Inputs.Keys.FirstOrDefault(key => string.Equals(key, input.Name, StringComparison.OrdinalIgnoreCase));
        return name is null ? input.Type.Default : input.Type.Convert(context.Input(name));
    }
}
