using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Flow;

/// <summary>Ends the flowchart or sequence around it and stops what still waits there.</summary>
internal sealed class End : ElsaActivity
{
    public override string TypeName => "Elsa.End";

    internal override bool IsTerminal => true;

    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => [];

    public override ValueTask ExecuteAsync(ActivityContext context) => ValueTask.CompletedTask;
}
