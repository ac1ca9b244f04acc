using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Execution.Bursts;

/// <summary>Collects what a burst changes; what appears and disappears within it leaves no trace.</summary>
internal sealed class BurstRecorder(TimeProvider clock)
{
    private readonly List<WorkflowInstance> _touched = [];
    private readonly List<Bookmark> _added = [];
    private readonly List<Bookmark> _removed = [];
    private readonly List<Incident> _raised = [];
    private readonly List<Incident> _resolved = [];
    private readonly List<JournalEntry> _journal = [];
    private readonly List<WrittenLine> _lines = [];
    private readonly List<PublishedEvent> _events = [];
    private readonly List<DispatchedWorkflow> _dispatched = [];
    private readonly List<string> _recalled = [];

    public void Touch(WorkflowInstance instance)
    {
        if (!_touched.Contains(instance)) _touched.Add(instance);
    }

    /// <summary>What is stored of an instance from now on is what it was carried over to.</summary>
    public void Replace(WorkflowInstance old, WorkflowInstance carried)
    {
        _touched.Remove(old);
        Touch(carried);
    }

    public void Journal(
        WorkflowInstance instance, ActivityNode node, JournalEvent what, IReadOnlyList<string>? outcomes = null, string? text = null) =>
        _journal.Add(new JournalEntry
        {
            InstanceId = instance.Id,
            ActivityId = node.Id,
            ActivityType = node.TypeName,
            Event = what,
            At = clock.GetUtcNow(),
            Outcomes = outcomes ?? [],
            Message = text,
        });

    public void Line(WrittenLine line) => _lines.Add(line);

    public void Event(PublishedEvent published) => _events.Add(published);

    public void Dispatch(DispatchedWorkflow dispatched) => _dispatched.Add(dispatched);

    public void Recall(string instanceId)
    {
        if (_dispatched.RemoveAll(dispatched => dispatched.InstanceId == instanceId) == 0) _recalled.Add(instanceId);
    }

    public void AddBookmark(WorkflowInstance instance, Bookmark bookmark)
    {
        instance.OpenBookmarks.Add(bookmark);
        if (!_removed.Remove(bookmark)) _added.Add(bookmark);
    }

    public void RemoveBookmark(WorkflowInstance instance, Bookmark bookmark)
    {
        instance.OpenBookmarks.Remove(bookmark);
        if (!_added.Remove(bookmark)) _removed.Add(bookmark);
    }

    public void Raise(WorkflowInstance instance, Incident incident)
    {
        instance.OpenIncidents.Add(incident);
        _raised.Add(incident);
    }

    public void Resolve(WorkflowInstance instance, Incident incident)
    {
        instance.OpenIncidents.Remove(incident);
        if (!_raised.Remove(incident)) _resolved.Add(incident);
    }

    public Burst ToBurst() => new()
    {
        DidWork = _touched.Count > 0,
        Instances = [.. _touched.Select(ToChange)],
        BookmarksAdded = _added,
        BookmarksRemoved = _removed,
        Journal = _journal,
        IncidentsAdded = _raised,
        IncidentsResolved = _resolved,
        Lines = _lines,
        Events = _events,
        Dispatched = _dispatched,
        Recalled = _recalled,
    };

    private static InstanceChange ToChange(WorkflowInstance instance) => new()
    {
        InstanceId = instance.Id,
        IsNew = instance.IsNew,
        ParentInstanceId = instance.ParentInstanceId,
        DefinitionId = instance.Definition.DefinitionId,
        DefinitionVersion = instance.Definition.Version,
        DefinitionVersionId = instance.Definition.Id,
        Status = instance.Status,
        SubStatus = instance.SubStatus,
        Name = instance.Name,
        CorrelationId = instance.CorrelationId,
        Output = StateJson.ToObject(instance.Output),
        State = StateWriter.Write(instance),
    };
}
