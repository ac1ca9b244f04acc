using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Primitives;

/// <summary>Sets a variable, found by id.</summary>
internal sealed class SetVariable : ElsaActivity
{
    public override string TypeName => "Elsa.SetVariable";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("value", DataType.Object)];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        var id = ((Target)context.Node.Detail!).VariableId;
        if (!context.Scope.TryAssign(id, context.Input("value")))
            throw new InvalidOperationException($"Variable '{id}' is not declared.");
        return ValueTask.CompletedTask;
    }

    internal override object ReadDetail(DetailReader reader)
    {
        var variable = reader.Source.Get("variable");
        var id = variable is JsonObject declared ? declared.Text("id") : JsonAccess.AsText(variable);
        if (string.IsNullOrEmpty(id)) reader.Error("variable", DefinitionFault.VariableNotNamed);
        return new Target(id ?? "");
    }

    internal sealed record Target(string VariableId);
}
