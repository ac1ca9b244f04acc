using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Activities.Composition;

/// <summary>Starts another workflow as an instance of its own and, if told so, waits until it has ended.</summary>
internal sealed class ExecuteWorkflow : ElsaActivity
{
    public const string BookmarkName = "Elsa.ExecuteWorkflow";
    private const string DefinitionId = "workflowDefinitionId";
    private const string ParentInstanceId = "ParentInstanceId";

    public override string TypeName => BookmarkName;

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new(DefinitionId, DataType.String) { IsRequired = true },
        new("correlationId", DataType.String),
        new("input", DataType.Dictionary),
        new("waitForCompletion", DataType.Boolean),
    ];

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    /// <summary>The resume input of a parent whose child has ended.</summary>
    public static JsonObject ToInput(WorkflowInstance child) => Describe(child);

    public override async ValueTask ExecuteAsync(ActivityContext context)
    {
        var id = context.Input<string>(DefinitionId) ?? "";
        var definition = context.Engine.Catalog.FindPublished(id)
            ?? throw new InvalidOperationException($"There is no published definition '{id}'.");
        var input = context.Input("input")?.DeepClone() as JsonObject ?? [];
        input[ParentInstanceId] = context.InstanceId;
        var child = await context.Engine.StartAsync(definition, new StartRequest(id)
        {
            Input = input,
            CorrelationId = context.Input<string>("correlationId"),
            ParentInstanceId = context.InstanceId,
        }).ConfigureAwait(false);
        if (child.Status == WorkflowStatus.Running && context.Input<bool>("waitForCompletion"))
            context.CreateBookmark(new JsonObject { ["instanceId"] = child.Id }, key: child.Id);
        else
            context.SetOutput("result", Describe(child));
    }

    public override ValueTask ResumeAsync(ActivityContext context, Bookmark bookmark, JsonObject? input)
    {
        context.SetOutput("result", input?.DeepClone());
        return ValueTask.CompletedTask;
    }

    /// <summary>Whoever stops waiting for a child stops the child.</summary>
    public override async ValueTask CancelAsync(ActivityContext context, IReadOnlyList<Bookmark> bookmarks)
    {
        foreach (var bookmark in bookmarks) await context.Engine.CancelChildAsync(bookmark.Key!).ConfigureAwait(false);
    }

    private static JsonObject Describe(WorkflowInstance child) => new()
    {
        ["workflowInstanceId"] = child.Id,
        ["status"] = child.Status.ToString(),
        ["subStatus"] = child.SubStatus.ToString(),
        ["output"] = StateJson.ToObject(child.Output),
    };
}
