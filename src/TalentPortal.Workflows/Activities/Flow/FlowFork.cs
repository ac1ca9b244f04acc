using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Values;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Flow;

/// <summary>Leaves by every branch at once; without branches by Done.</summary>
internal sealed class FlowFork : ElsaActivity
{
    public override string TypeName => "Elsa.FlowFork";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("branches", DataType.ListOf(DataType.String))];

    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => Names(node.LiteralInput("branches"));

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Complete(Names(context.Input("branches")));
        return ValueTask.CompletedTask;
    }

    private static IReadOnlyList<string> Names(JsonNode? branches) =>
        branches is JsonArray { Count: > 0 } names ? [.. names.Select(DataConversion.ToText).OfType<string>()] : [Done];
}
