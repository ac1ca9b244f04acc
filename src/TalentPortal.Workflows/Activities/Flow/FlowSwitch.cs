using TalentPortal.Workflows.Activities.Blocks;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Flow;

/// <summary>Leaves by the labels of the matching cases, else by Default.</summary>
internal sealed class FlowSwitch : ElsaActivity
{
    private const string Default = "Default";

    public override string TypeName => "Elsa.FlowSwitch";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [SwitchCase.Mode];

    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) =>
        [.. ((List<SwitchCase>)node.Detail!).Select(one => one.Label), Default];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        var labels = SwitchCase.Matching(context).ConvertAll(match => match.Label);
        context.Complete(labels.Count > 0 ? labels : [Default]);
        return ValueTask.CompletedTask;
    }

    internal override object ReadDetail(DetailReader reader) => SwitchCase.Read(reader);
}
