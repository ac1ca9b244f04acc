using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities.Composition;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Activities.Blocks;

/// <summary>Runs its activities one after another.</summary>
internal sealed class Sequence : ElsaActivity
{
    /// <summary>Property with the index of the activity that runs next.</summary>
    public const string Next = "next";

    /// <summary>Property that says that a Break inside ends the sequence.</summary>
    public const string Breaking = "breaking";

    public override string TypeName => "Elsa.Sequence";

    public override IReadOnlyList<ActivityPort> Ports { get; } = [new("activities", IsList: true)];

    internal override bool DeclaresVariables => true;

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        WorkflowScope.Open(context.Run, context.Node, context);
        GoOn(context);
        return ValueTask.CompletedTask;
    }

    public override ValueTask ChildCompletedAsync(ActivityContext context, ChildCompletion child)
    {
        if (child.Node.Activity.IsTerminal || context.GetProperty(Breaking) is not null) context.Complete();
        else GoOn(context);
        return ValueTask.CompletedTask;
    }

    /// <summary>The sequence ends when what runs in it now has completed.</summary>
    public static void Break(ActivityRun sequence, ActivityContext context)
    {
        sequence.Properties[Breaking] = JsonValue.Create(true);
        context.OnUndo(() => sequence.Properties.Remove(Breaking));
    }

    private static void GoOn(ActivityContext context)
    {
        var index = StateJson.To<int>(context.GetProperty(Next));
        if (index >= context.Node.Children.Count)
        {
            context.Complete();
            return;
        }

        context.SetProperty(Next, JsonValue.Create(index + 1));
        context.Schedule(context.Node.Children[index].Node);
    }
}
