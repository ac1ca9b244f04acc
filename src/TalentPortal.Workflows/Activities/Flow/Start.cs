using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Flow;

/// <summary>Marks where a flowchart begins.</summary>
internal sealed class Start : ElsaActivity
{
    public override string TypeName => "Elsa.Start";

    public override ValueTask ExecuteAsync(ActivityContext context) => ValueTask.CompletedTask;
}
