using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities;

/// <summary>Ends the nearest loop around it; without a loop, the flowchart or sequence around it.</summary>
internal sealed class Break : ElsaActivity
{
    public override string TypeName => "Elsa.Break";

    internal override bool IsTerminal => true;

    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => [];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        // A loop of an outer workflow is not for an inner one to break.
        var loop = context.Run.Outward().TakeWhile(around => around.Inner is null).FirstOrDefault(around => around.Node.Activity.IsLoop);
        context.Result.CompletesAround = loop;
        return ValueTask.CompletedTask;
    }
}
