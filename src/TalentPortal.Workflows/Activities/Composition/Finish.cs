using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Composition;

/// <summary>Ends the whole instance.</summary>
internal sealed class Finish : ElsaActivity
{
    public override string TypeName => "Elsa.Finish";

    internal override bool IsTerminal => true;

    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => [];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Result.FinishesInstance = true;
        return ValueTask.CompletedTask;
    }
}
