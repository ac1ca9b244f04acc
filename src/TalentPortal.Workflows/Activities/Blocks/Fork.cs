using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Blocks;

/// <summary>Runs its branches side by side; done when all are (WaitAll) or when the first is (WaitAny).</summary>
internal sealed class Fork : ElsaActivity
{
    private const string WaitAll = "WaitAll";
    private const string WaitAny = "WaitAny";

    public override string TypeName => "Elsa.Fork";

    public override IReadOnlyList<ActivityPort> Ports { get; } = [new("branches", IsList: true)];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        foreach (var branch in context.Node.In("branches")) context.Schedule(branch);
        return ValueTask.CompletedTask;
    }

    public override ValueTask ChildCompletedAsync(ActivityContext context, ChildCompletion child)
    {
        if (IsWaitAny(context.Node)) context.Complete();
        return ValueTask.CompletedTask;
    }

    public static bool IsWaitAny(ActivityNode node) => node.Detail is WaitAny;

    internal override object ReadDetail(DetailReader reader) => reader.Choice("joinMode", WaitAll, WaitAll, WaitAny);
}
