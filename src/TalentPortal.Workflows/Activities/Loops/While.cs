using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Loops;

/// <summary>Runs its body as long as a condition holds.</summary>
internal sealed class While : ElsaActivity
{
    public override string TypeName => "Elsa.While";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("condition", DataType.Boolean) { IsEvaluatedAhead = false }];

    public override IReadOnlyList<ActivityPort> Ports { get; } = [new(LoopScope.Body)];

    internal override bool IsLoop => true;

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        GoOn(context);
        return ValueTask.CompletedTask;
    }

    public override ValueTask ChildCompletedAsync(ActivityContext context, ChildCompletion child)
    {
        GoOn(context);
        return ValueTask.CompletedTask;
    }

    private static void GoOn(ActivityContext context)
    {
        if (context.Input<bool>("condition") && LoopScope.BodyOf(context) is { } body) context.Schedule(body);
        else context.Complete();
    }
}
