using System.Globalization;
using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Activities.Waits;

/// <summary>Waits for a moment; its bookmark says which. As the trigger that started the instance it completes at once.</summary>
internal abstract class TimedWait : ElsaActivity
{
    public sealed override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (context.Instance.TriggerActivityId == context.Node.Id)
        {
            context.Instance.TriggerActivityId = null;
            return ValueTask.CompletedTask;
        }

        if (DueAt(context) is not { } dueAt) return ValueTask.CompletedTask;
        context.CreateBookmark(new JsonObject { ["resumeAt"] = dueAt.ToString("O", CultureInfo.InvariantCulture) }, dueAt);
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// The trigger that the activity is by its literal inputs; null when it can be none, or an input is computed or makes no sense.
    /// </summary>
    internal virtual ClockTrigger? TriggerOf(ActivityNode node) => null;

    /// <summary>The moment; null when there is nothing to wait for.</summary>
    protected abstract DateTimeOffset? DueAt(ActivityContext context);
}
