using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Execution.Bursts;

/// <summary>What a step wants to happen once it has returned.</summary>
internal sealed class StepResult
{
    public List<Bookmark> Bookmarks { get; } = [];

    public List<ScheduledChild> Scheduled { get; } = [];

    public List<ActivityRun> Canceled { get; } = [];

    public List<string> Lines { get; } = [];

    public List<PublishedEvent> Events { get; } = [];

    public List<DispatchedWorkflow> Dispatched { get; } = [];

    /// <summary>Outcomes to complete with; null when the activity does not complete.</summary>
    public IReadOnlyList<string>? Outcomes { get; set; }

    public bool KeepsBookmark { get; set; }

    /// <summary>A run around the activity that is to complete with the outcomes, instead of the activity alone.</summary>
    public ActivityRun? CompletesAround { get; set; }

    /// <summary>The whole instance ends here.</summary>
    public bool FinishesInstance { get; set; }
}
