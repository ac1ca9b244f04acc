using TalentPortal.Workflows.Activities.Waits;

namespace TalentPortal.Workflows.Definitions;

/// <summary>
/// An activity that begins instances of its workflow by the clock. Its moments follow from the text alone; no instance is asked.
/// </summary>
public sealed class ClockTrigger
{
    private readonly Func<DateTimeOffset, DateTimeOffset?> _first;
    private readonly TimeSpan? _interval;

    internal ClockTrigger(ActivityNode node, string rule, Func<DateTimeOffset, DateTimeOffset?> first, TimeSpan? interval = null)
    {
        (Node, Rule) = (node, rule);
        (_first, _interval) = (first, interval);
    }

    /// <summary>The activity.</summary>
    public ActivityNode Node { get; }

    /// <summary>The interval, cron expression or moment as written.</summary>
    public string Rule { get; }

    /// <summary>The first moment after a definition was published; null when none comes.</summary>
    public DateTimeOffset? FirstAfter(DateTimeOffset moment) => _first(moment);

    /// <summary>The moment that follows one that is over: what was missed until now is left out. Null when none follows.</summary>
    /// <param name="due">The moment that is over.</param>
    /// <param name="now">Until when moments count as missed.</param>
    public DateTimeOffset? NextAfter(DateTimeOffset due, DateTimeOffset now)
    {
        var from = now > due ? now : due;
        if (_interval is not { } interval) return _first(from);
        return due + interval * (Math.Floor((from - due) / interval) + 1);
    }

    /// <summary>The triggers of a definition, in the order of the file; what is computed or makes no sense is none.</summary>
    public static IReadOnlyList<ClockTrigger> Of(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return [.. definition.Activities.Where(node => node.CanStartWorkflow)
            .Select(node => (node.Activity as TimedWait)?.TriggerOf(node)).OfType<ClockTrigger>()];
    }
}
