using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Values;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Composition;

/// <summary>Completes the nearest workflow around it (the workflow itself, or one used as an activity) with outcomes.</summary>
internal sealed class Complete : ElsaActivity
{
    public override string TypeName => "Elsa.Complete";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("outcomes", DataType.Object)];

    internal override bool IsTerminal => true;

    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => [];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        var names = DataType.ListOf(DataType.String).Convert(context.Input("outcomes")) as JsonArray;
        context.Complete([.. (names ?? []).Select(DataConversion.ToText).OfType<string>()]);
        context.Result.CompletesAround = context.Run.Outward().First(around => around.Inner is not null);
        return ValueTask.CompletedTask;
    }
}
