using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Composition;

/// <summary>
/// Asks the host to start another workflow apart from this one and, if told so, waits until it has ended. Whoever stops waiting for it
/// calls it off; one that nobody waits for is on its own.
/// </summary>
internal sealed class DispatchWorkflow : ElsaActivity
{
    private const string DefinitionId = "workflowDefinitionId";
    private const string ParentInstanceId = "ParentInstanceId";

    public override string TypeName => DispatchedWorkflow.BookmarkName;

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new(DefinitionId, DataType.String) { IsRequired = true },
        new("correlationId", DataType.String),
        new("input", DataType.Dictionary),
        new("waitForCompletion", DataType.Boolean),
        new("startNewTrace", DataType.Boolean),
        new("channelName", DataType.String),
    ];

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        var id = context.Input<string>(DefinitionId) ?? "";
        var definition = context.Engine.Catalog.FindPublished(id)
            ?? throw new InvalidOperationException($"There is no published definition '{id}'.");
        var input = context.Input("input")?.DeepClone() as JsonObject ?? [];
        input[ParentInstanceId] = context.InstanceId;
        var dispatched = new DispatchedWorkflow
        {
            InstanceId = Guid.CreateVersion7(context.Now).ToString("N"),
            ParentInstanceId = context.InstanceId,
            DefinitionId = definition.DefinitionId,
            DefinitionVersion = definition.Version,
            Input = input,
            CorrelationId = context.Input<string>("correlationId"),
            IsAwaited = context.Input<bool>("waitForCompletion"),
        };
        context.Result.Dispatched.Add(dispatched);
        if (dispatched.IsAwaited)
            context.CreateBookmark(new JsonObject { ["instanceId"] = dispatched.InstanceId }, key: dispatched.InstanceId);
        return ValueTask.CompletedTask;
    }

    public override ValueTask ResumeAsync(ActivityContext context, Bookmark bookmark, JsonObject? input)
    {
        context.SetOutput("result", input?.Get(DispatchedWorkflow.OutputInput)?.DeepClone());
        context.Complete();
        return ValueTask.CompletedTask;
    }

    public override ValueTask CancelAsync(ActivityContext context, IReadOnlyList<Bookmark> bookmarks)
    {
        foreach (var bookmark in bookmarks) context.Engine.Recall(bookmark.Key!);
        return ValueTask.CompletedTask;
    }
}
