using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Orchestration.Traces;

/// <summary>Reads one activity's journal: stays, completions, outcomes. A retry goes on with the stay that failed.</summary>
internal sealed class JournalSpans
{
    private readonly List<ActivitySpan> spans = [];
    private readonly HashSet<string> outcomes = new(StringComparer.Ordinal);
    private IReadOnlyList<string> last = [];
    private int open;
    private int faulted;
    private int completions;

    /// <summary>Takes the next entry.</summary>
    public void Add(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case JournalEvent.Started when faulted > 0:
                faulted--;
                break;
            case JournalEvent.Started:
                if (open++ == 0) spans.Add(new ActivitySpan(entry.At, To: null));
                break;
            case JournalEvent.Faulted:
                faulted++;
                break;
            case JournalEvent.Completed:
                completions++;
                last = entry.Outcomes;
                outcomes.UnionWith(last);
                Leave(entry.At);
                break;
            case JournalEvent.Canceled:
                Leave(entry.At);
                break;
        }
    }

    /// <summary>The trace without what the instance's state knows.</summary>
    public ActivityTrace ToTrace(string activityId) => new()
    {
        ActivityId = activityId,
        Spans = spans,
        Completions = completions,
        Outcomes = outcomes,
        LastOutcomes = last,
    };

    private void Leave(DateTimeOffset at)
    {
        // A move may have opened it without a run, or the resume that failed is cancelled with it.
        faulted = Math.Min(faulted, Math.Max(0, open - 1));
        if (open > 0 && --open == 0) spans[^1] = spans[^1] with { To = at };
    }
}
