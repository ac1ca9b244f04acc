using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Activities.Composition;

/// <summary>The workflow itself: owns its variables and runs its root.</summary>
internal sealed class WorkflowScope : Activity
{
    public const string Type = "Elsa.Workflow";

    public static WorkflowScope Instance { get; } = new();

    public override string TypeName => Type;

    public override bool KeepsInputs => false;

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        Enter(context, context.Node);
        return ValueTask.CompletedTask;
    }

    public override ValueTask ChildCompletedAsync(ActivityContext context, ChildCompletion child)
    {
        context.Complete();
        return ValueTask.CompletedTask;
    }

    /// <summary>Opens the variables of a scope and queues its root.</summary>
    public static void Enter(ActivityContext context, ActivityNode scope)
    {
        Open(context.Run, scope, context);
        context.Schedule(scope.Children[0].Node);
    }

    /// <summary>Gives a run the variables its node declares, at their defaults.</summary>
    public static void Open(ActivityRun run, ActivityNode node, ActivityContext? context = null)
    {
        foreach (var variable in node.Variables)
        {
            var slot = new VariableSlot(variable, variable.Default);
            run.Variables.Add(slot);
            context?.OnUndo(() => run.Variables.Remove(slot));
        }
    }
}
