using TalentPortal.Core.Orchestration.Schedules;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Web.Pages.Admin.Definitions;

/// <summary>What the clock starts of a definition.</summary>
/// <param name="Planned">The triggers of its newest published version, and when each comes next.</param>
/// <param name="Starts">The latest starts, the newest first.</param>
internal sealed record ClockView(IReadOnlyList<ClockLine> Planned, IReadOnlyList<ClockStart> Starts)
{
    /// <summary>How many starts are shown.</summary>
    public const int MostShown = 10;

    /// <summary>Whether there is anything to show.</summary>
    public bool IsEmpty => Planned.Count == 0 && Starts.Count == 0;

    /// <summary>Puts names to what is planned.</summary>
    public static ClockView Of(
        IReadOnlyList<WorkflowSchedule> planned, IReadOnlyList<ClockStart> starts, Func<WorkflowSchedule, ActivityNode?> find) =>
        new([.. planned.Select(plan => new ClockLine(plan, find(plan)))], starts);

    /// <summary>The last start by a trigger.</summary>
    public ClockStart? LastOf(ClockLine line) => Starts.FirstOrDefault(start => start.ActivityId == line.Plan.ActivityId);
}

/// <summary>A trigger in the list.</summary>
/// <param name="Plan">When it comes.</param>
/// <param name="Node">The activity; null when the definition is not at hand.</param>
internal sealed record ClockLine(WorkflowSchedule Plan, ActivityNode? Node)
{
    /// <summary>The name of the trigger.</summary>
    public string Name => Node?.DisplayText ?? Plan.ActivityId;

    /// <summary>What its rule is: timer, cron expression, moment.</summary>
    public string? Kind => Node?.TypeName[(Node.TypeName.LastIndexOf('.') + 1)..];
}
