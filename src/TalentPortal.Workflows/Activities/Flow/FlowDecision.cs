using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Flow;

/// <summary>Leaves by True or False.</summary>
internal sealed class FlowDecision : ElsaActivity
{
    private static readonly string[] Both = ["True", "False"];

    public override string TypeName => "Elsa.FlowDecision";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("condition", DataType.Boolean)];

    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => Both;

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Complete(context.Input<bool>("condition") ? "True" : "False");
        return ValueTask.CompletedTask;
    }
}
