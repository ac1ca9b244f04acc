using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Primitives;

/// <summary>Raises an incident.</summary>
internal sealed class Fault : ElsaActivity
{
    public override string TypeName => "Elsa.Fault";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("code", DataType.String) { Default = JsonValue.Create("0") },
        new("category", DataType.String) { Default = JsonValue.Create("General") },
        new("faultType", DataType.String) { Default = JsonValue.Create("System") },
        new("message", DataType.String),
    ];

    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => [];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        var (code, category) = (context.Input<string>("code"), context.Input<string>("category"));
        throw new FaultException($"{context.Input<string>("faultType")}/{category} {code}: {context.Input<string>("message")}");
    }
}
