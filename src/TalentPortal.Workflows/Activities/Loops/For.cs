using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Activities.Loops;

/// <summary>Counts from start to end and runs its body for each number.</summary>
internal sealed class For : ElsaActivity
{
    private const string Current = "current";
    private const string Index = "index";

    public override string TypeName => "Elsa.For";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("start", DataType.Int32),
        new("end", DataType.Int32),
        new("step", DataType.Int32) { Default = JsonValue.Create(1) },
        new("outerBoundInclusive", DataType.Boolean) { Default = JsonValue.Create(true) },
    ];

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
        var (start, end, step) = (context.Input<long>("start"), context.Input<long>("end"), context.Input<long>("step"));
        var isUp = end >= start;
        var current = context.GetProperty(Current) is { } last ? StateJson.To<long>(last) + (isUp ? step : -step) : start;
        var isBefore = isUp ? current < end : current > end;
        var isWithin = isBefore || current == end && context.Input<bool>("outerBoundInclusive");
        if (!isWithin || LoopScope.BodyOf(context) is not { } body)
        {
            context.Complete();
            return;
        }

        var index = StateJson.To<int>(context.GetProperty(Index));
        context.SetProperty(Current, JsonValue.Create(current));
        context.SetProperty(Index, JsonValue.Create(index + 1));
        context.SetOutput("currentValue", JsonValue.Create(current));
        LoopScope.Schedule(context, body, JsonValue.Create(current), index);
    }
}
