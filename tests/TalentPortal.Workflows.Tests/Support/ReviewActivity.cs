using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Tests.Support;

/// <summary>A host activity: writes to the host, waits, and leaves by the decision. Asked to, it throws.</summary>
internal sealed class ReviewActivity : Activity
{
    public override string TypeName => "Test.Review";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("role", DataType.String) { IsRequired = true },
        new("fails", DataType.Boolean),
    ];

    public override IReadOnlyList<string> Outputs { get; } = ["decision"];

    public bool IsBroken { get; set; }

    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => ["Approved", "Rejected"];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        var host = context.Host<TestHost>();
        host.Writes.Add($"open {context.Node.Id} for {context.Input<string>("role")}");
        if (IsBroken || context.Input<bool>("fails")) throw new InvalidOperationException("The review can't be opened.");
        context.CreateBookmark(new JsonObject { ["role"] = context.Input<string>("role") }, context.Now.AddDays(3), key: context.Node.Id);
        return ValueTask.CompletedTask;
    }

    public override ValueTask ResumeAsync(ActivityContext context, Bookmark bookmark, JsonObject? input)
    {
        var decision = (string?)input?["decision"] ?? "Approved";
        var host = context.Host<TestHost>();
        host.Writes.Add($"{decision} {context.Node.Id} by {context.Input<string>("role")}");
        if (IsBroken) throw new InvalidOperationException("The decision can't be taken.");
        if (decision == "database") throw new TimeoutException("The database is gone.");
        if (decision == "wait")
        {
            context.KeepBookmark();
            return ValueTask.CompletedTask;
        }

        context.SetOutput("decision", decision);
        context.Complete(decision);
        return ValueTask.CompletedTask;
    }

    public override ValueTask CancelAsync(ActivityContext context, IReadOnlyList<Bookmark> bookmarks)
    {
        if (IsBroken) throw new InvalidOperationException("The review can't be closed.");
        context.Host<TestHost>().Writes.Add($"cancel {context.Node.Id} with {bookmarks.Count}");
        return ValueTask.CompletedTask;
    }
}
