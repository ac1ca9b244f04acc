using TalentPortal.Workflows.Activities.Blocks;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Loops;

/// <summary>Ends the nearest loop around it; without a loop, the flowchart it stands in and every sequence around it.</summary>
internal sealed class Break : ElsaActivity
{
    public override string TypeName => "Elsa.Break";

    internal override bool IsTerminal => true;

    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => [];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        // A loop of an outer workflow is not for an inner one to break.
        var around = context.Run.Outward().TakeWhile(run => run.Inner is null).ToList();
        context.Result.CompletesAround = around.Find(run => run.Node.Activity.IsLoop);
        if (context.Result.CompletesAround is not null) return ValueTask.CompletedTask;
        foreach (var sequence in around.Where(run => run.Node.Activity is Sequence)) Sequence.Break(sequence, context);
        return ValueTask.CompletedTask;
    }
}
