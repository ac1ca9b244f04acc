using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Blocks;

/// <summary>Runs one of two embedded activities.</summary>
internal sealed class If : ElsaActivity
{
    public override string TypeName => "Elsa.If";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("condition", DataType.Boolean)];

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    public override IReadOnlyList<ActivityPort> Ports { get; } = [new("then"), new("else")];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        var condition = context.Input<bool>("condition");
        context.SetOutput("result", condition);
        if (context.Node.In(condition ? "then" : "else").FirstOrDefault() is { } branch) context.Schedule(branch);
        return ValueTask.CompletedTask;
    }
}
