namespace TalentPortal.Workflows.Execution;

/// <summary>Everything one call of the runner changed; the host stores it in one transaction.</summary>
public sealed record Burst
{
    /// <summary>False when the call found nothing to do, for instance a bookmark that is gone.</summary>
    public required bool DidWork { get; init; }

    /// <summary>Instances that were touched, in the order they were first touched.</summary>
    public required IReadOnlyList<InstanceChange> Instances { get; init; }

    /// <summary>Bookmarks that are new and still open.</summary>
    public required IReadOnlyList<Bookmark> BookmarksAdded { get; init; }

    /// <summary>Bookmarks that were open before and are gone.</summary>
    public required IReadOnlyList<Bookmark> BookmarksRemoved { get; init; }

    /// <summary>What happened, in order.</summary>
    public required IReadOnlyList<JournalEntry> Journal { get; init; }

    /// <summary>Incidents that are new and unresolved.</summary>
    public required IReadOnlyList<Incident> IncidentsAdded { get; init; }

    /// <summary>Incidents that were open before and are resolved.</summary>
    public required IReadOnlyList<Incident> IncidentsResolved { get; init; }

    /// <summary>Lines written, in order.</summary>
    public required IReadOnlyList<WrittenLine> Lines { get; init; }

    /// <summary>Events published, in order, each with whether somebody waited for it.</summary>
    public required IReadOnlyList<PublishedEvent> Events { get; init; }

    /// <summary>Workflows to start apart from this burst, in order.</summary>
    public required IReadOnlyList<DispatchedWorkflow> Dispatched { get; init; }

    /// <summary>Ids of instances, dispatched in earlier bursts, that nobody waits for any more: they are to be cancelled.</summary>
    public required IReadOnlyList<string> Recalled { get; init; }
}
