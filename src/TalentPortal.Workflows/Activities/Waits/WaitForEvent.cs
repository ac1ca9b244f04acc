using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Execution.Bursts;

namespace TalentPortal.Workflows.Activities.Waits;

/// <summary>Waits for an event, takes one that was kept, or completes at once as the trigger that started the instance.</summary>
internal sealed class WaitForEvent : ElsaActivity
{
    public const string BookmarkName = "Elsa.Event";

    /// <summary>Name in the resume input that holds the payload.</summary>
    public const string PayloadInput = "__EventPayloadWorkflowInput";

    public override string TypeName => BookmarkName;

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("eventName", DataType.String) { IsRequired = true }];

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        var name = context.Input<string>("eventName") ?? "";
        if (context.Instance.TriggerActivityId == context.Node.Id)
        {
            context.Instance.TriggerActivityId = null;
            context.SetOutput("result", context.WorkflowInput(PayloadInput));
            return ValueTask.CompletedTask;
        }

        if (BurstEngine.TakeKept(context.Instance, name) is { } kept) context.SetOutput("result", kept.Payload);
        else context.CreateBookmark(new JsonObject { ["eventName"] = name }, key: name);
        return ValueTask.CompletedTask;
    }

    public override ValueTask ResumeAsync(ActivityContext context, Bookmark bookmark, JsonObject? input)
    {
        context.SetOutput("result", input?.Get(PayloadInput)?.DeepClone());
        return ValueTask.CompletedTask;
    }
}
