using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Execution.Bursts;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Activities.Loops;

/// <summary>Queues the body of a loop with variables of its own.</summary>
internal static class LoopScope
{
    public const string Body = "body";

    private static readonly VariableDefinition Value = new("CurrentValue", "CurrentValue", DataType.Object, null, IsPersistent: true);
    private static readonly VariableDefinition Index = new("CurrentIndex", "CurrentIndex", DataType.Int32, null, IsPersistent: true);

    public static ActivityNode? BodyOf(ActivityContext context) => context.Node.In(Body).FirstOrDefault();

    public static void Schedule(ActivityContext context, ActivityNode body, JsonNode? value, int index) =>
        context.Result.Scheduled.Add(new ScheduledChild(body, null)
        {
            Variables = [new VariableSlot(Value, value), new VariableSlot(Index, JsonValue.Create(index))],
        });
}
