using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Primitives;

/// <summary>Sets an output of the nearest workflow around it that declares one of that name, else of the instance.</summary>
internal sealed class SetOutput : ElsaActivity
{
    public override string TypeName => "Elsa.SetOutput";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("outputName", DataType.String) { IsRequired = true }, new("outputValue", DataType.Object)];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.SetWorkflowOutput(context.Input<string>("outputName") ?? "", context.Input("outputValue"));
        return ValueTask.CompletedTask;
    }
}
