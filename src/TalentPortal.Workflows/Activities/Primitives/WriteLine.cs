using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Primitives;

/// <summary>Writes a line into the burst.</summary>
internal sealed class WriteLine : ElsaActivity
{
    public override string TypeName => "Elsa.WriteLine";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("text", DataType.String)];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Write(context.Input<string>("text") ?? "");
        return ValueTask.CompletedTask;
    }
}
