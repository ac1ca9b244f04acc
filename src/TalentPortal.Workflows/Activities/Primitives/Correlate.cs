using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Primitives;

/// <summary>Sets the correlation id of the instance.</summary>
internal sealed class Correlate : ElsaActivity
{
    public override string TypeName => "Elsa.Correlate";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("correlationId", DataType.String)];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Scope.SetCorrelationId(context.Input("correlationId"));
        return ValueTask.CompletedTask;
    }
}
