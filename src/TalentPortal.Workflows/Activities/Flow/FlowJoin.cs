using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Graphs;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Flow;

/// <summary>Merges branches; the flowchart around it evaluates the mode on each arrival.</summary>
internal sealed class FlowJoin : ElsaActivity
{
    public const string Mode = "mode";

    public override string TypeName => "Elsa.FlowJoin";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new(Mode, DataType.Choice(Enum.GetNames<FlowJoinMode>())) { Default = JsonValue.Create(nameof(FlowJoinMode.WaitAny)) },
    ];

    public override ValueTask ExecuteAsync(ActivityContext context) => ValueTask.CompletedTask;
}
