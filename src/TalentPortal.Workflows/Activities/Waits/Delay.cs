using System.Globalization;
using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Values;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Waits;

/// <summary>Waits for a span of time; its bookmark says when it is due.</summary>
internal sealed class Delay : ElsaActivity
{
    public override string TypeName => "Elsa.Delay";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("timeSpan", DataType.TimeSpan) { IsRequired = true }];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        var span = TimeSpan.Parse(DataConversion.ToText(context.Input("timeSpan")) ?? "0", CultureInfo.InvariantCulture);
        var resumeAt = context.Now + span;
        context.CreateBookmark(new JsonObject { ["resumeAt"] = resumeAt.ToString("O", CultureInfo.InvariantCulture) }, resumeAt);
        return ValueTask.CompletedTask;
    }
}
