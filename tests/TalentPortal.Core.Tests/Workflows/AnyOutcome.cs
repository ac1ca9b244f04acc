using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Tests.Workflows;

/// <summary>Stands for a real activity: same name, inputs and outcomes, but it waits to be told its outcome.</summary>
internal sealed class AnyOutcome(Activity real) : Activity
{
    public override string TypeName => real.TypeName;

    public override IReadOnlyList<ActivityInput> Inputs => real.Inputs;

    public override IReadOnlyList<string> Outputs => real.Outputs;

    public override IReadOnlyList<ActivityPort> Ports => real.Ports;

    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => real.GetOutcomes(node);

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Host<LawHost>().Enter(TypeName);
        context.CreateBookmark(key: context.Node.Id);
        return ValueTask.CompletedTask;
    }

    public override ValueTask ResumeAsync(ActivityContext context, Bookmark bookmark, JsonObject? input)
    {
        var outcome = input!["outcome"]!.GetValue<string>();
        context.Host<LawHost>().Leave(TypeName, outcome);
        foreach (var output in Outputs) context.SetOutput(output, output == "units" ? new JsonArray("one", "other") : JsonValue.Create("some"));
        context.Complete(outcome);
        return ValueTask.CompletedTask;
    }
}
