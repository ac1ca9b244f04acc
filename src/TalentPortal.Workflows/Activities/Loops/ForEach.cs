using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Activities.Loops;

/// <summary>Runs its body once for each item, one after another; the items are evaluated once a burst, and anew after a wait.</summary>
internal sealed class ForEach : ElsaActivity
{
    private const string Index = "index";

    public override string TypeName => "Elsa.ForEach";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("items", DataType.ListOf(DataType.Object))];

    public override IReadOnlyList<string> Outputs { get; } = ["currentValue"];

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
        var index = StateJson.To<int>(context.GetProperty(Index));
        if (context.Input("items") is not JsonArray items || index >= items.Count)
        {
            context.Complete();
            return;
        }

        context.SetOutput("currentValue", items[index]);
        context.SetProperty(Index, JsonValue.Create(index + 1));
        if (LoopScope.BodyOf(context) is { } body) LoopScope.Schedule(context, body, items[index], index);
        else context.Complete();
    }
}
