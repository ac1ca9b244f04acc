using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Waits;

/// <summary>Waits until the world reports that a task is done. The bookmark's key is the task id.</summary>
internal sealed class RunTask : ElsaActivity
{
    /// <summary>Name in the resume input that holds the result.</summary>
    public const string ResultInput = "RunTaskInput";

    public override string TypeName => "Elsa.RunTask";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("taskName", DataType.String) { IsRequired = true }, new("payload", DataType.Dictionary)];

    public override IReadOnlyList<string> Outputs { get; } = ["taskId", "result"];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        var taskId = Guid.CreateVersion7(context.Now).ToString("N");
        context.SetOutput("taskId", taskId);
        var payload = new JsonObject
        {
            ["taskId"] = taskId,
            ["taskName"] = context.Input<string>("taskName"),
            ["payload"] = context.Input("payload")?.DeepClone(),
        };
        context.CreateBookmark(payload, key: taskId);
        return ValueTask.CompletedTask;
    }

    public override ValueTask ResumeAsync(ActivityContext context, Bookmark bookmark, JsonObject? input)
    {
        context.SetOutput("result", input?.Get(ResultInput)?.DeepClone());
        return ValueTask.CompletedTask;
    }
}
