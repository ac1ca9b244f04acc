using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Loops;

/// <summary>Runs its body for all items side by side, each in a scope of its own.</summary>
internal sealed class ParallelForEach : ElsaActivity
{
    public override string TypeName => "Elsa.ParallelForEach";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("items", DataType.Object)];

    public override IReadOnlyList<ActivityPort> Ports { get; } = [new(LoopScope.Body)];

    internal override bool IsLoop => true;

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (LoopScope.BodyOf(context) is not { } body) return ValueTask.CompletedTask;

        // What is no list has no items in Elsa, also a list written as the text of an Object expression.
        var items = context.Input("items") as JsonArray ?? [];
        for (var i = 0; i < items.Count; i++) LoopScope.Schedule(context, body, items[i], i);
        return ValueTask.CompletedTask;
    }

    // Completes by itself when nothing is left inside.
    public override ValueTask ChildCompletedAsync(ActivityContext context, ChildCompletion child) => ValueTask.CompletedTask;
}
