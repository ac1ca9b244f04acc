using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Primitives;

/// <summary>Names the instance.</summary>
internal sealed class SetName : ElsaActivity
{
    public override string TypeName => "Elsa.SetName";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("value", DataType.String)];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Scope.SetInstanceName(context.Input("value"));
        return ValueTask.CompletedTask;
    }
}
