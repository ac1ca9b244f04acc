using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Waits;

/// <summary>Publishes an event, delivered when the burst's queue is empty.</summary>
internal sealed class PublishEvent : ElsaActivity
{
    public override string TypeName => "Elsa.PublishEvent";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("eventName", DataType.String) { IsRequired = true },
        new("correlationId", DataType.String),
        new("isLocalEvent", DataType.Boolean),
        new("payload", DataType.Object),
    ];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Publish(
            context.Input<string>("eventName") ?? "",
            context.Input("payload"),
            context.Input<string>("correlationId"),
            context.Input<bool>("isLocalEvent"));
        return ValueTask.CompletedTask;
    }
}
