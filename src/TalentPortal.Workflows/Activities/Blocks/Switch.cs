using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Blocks;

/// <summary>Runs the embedded activities of the matching cases, else the default.</summary>
internal sealed class Switch : ElsaActivity
{
    public override string TypeName => "Elsa.Switch";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [SwitchCase.Mode];

    public override IReadOnlyList<ActivityPort> Ports { get; } = [new("default")];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        var matching = SwitchCase.Matching(context);
        var branches = matching.Count > 0 ? matching.Select(match => match.Activity).OfType<ActivityNode>() : context.Node.In("default");
        foreach (var branch in branches) context.Schedule(branch);
        return ValueTask.CompletedTask;
    }

    // Completes by itself when nothing is left inside.
    public override ValueTask ChildCompletedAsync(ActivityContext context, ChildCompletion child) => ValueTask.CompletedTask;

    internal override object ReadDetail(DetailReader reader) => SwitchCase.Read(reader);
}
