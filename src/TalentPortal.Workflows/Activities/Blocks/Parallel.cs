using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Blocks;

/// <summary>Runs its activities side by side and completes when all have.</summary>
internal sealed class Parallel : ElsaActivity
{
    public override string TypeName => "Elsa.Parallel";

    public override IReadOnlyList<ActivityPort> Ports { get; } = [new("activities", IsList: true)];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        foreach (var activity in context.Node.In("activities")) context.Schedule(activity);
        return ValueTask.CompletedTask;
    }

    // Completes by itself when nothing is left inside.
    public override ValueTask ChildCompletedAsync(ActivityContext context, ChildCompletion child) => ValueTask.CompletedTask;
}
