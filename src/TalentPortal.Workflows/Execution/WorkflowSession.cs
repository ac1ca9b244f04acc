namespace TalentPortal.Workflows.Execution;

/// <summary>
/// The instances that one call may touch: all of one case, a parent and the children it started together. Not for several threads.
/// </summary>
public sealed class WorkflowSession
{
    private readonly List<WorkflowInstance> _instances = [];

    internal WorkflowSession()
    {
    }

    /// <summary>The instances, in the order they were loaded or started.</summary>
    public IReadOnlyList<WorkflowInstance> Instances => _instances;

    /// <summary>Finds an instance by id, or null.</summary>
    public WorkflowInstance? Find(string instanceId) => _instances.Find(instance => instance.Id == instanceId);

    /// <summary>Finds an open bookmark, or null when the bookmark is gone.</summary>
    public Bookmark? FindBookmark(string bookmarkId) =>
        _instances.SelectMany(instance => instance.OpenBookmarks).FirstOrDefault(bookmark => bookmark.Id == bookmarkId);

    internal void Add(WorkflowInstance instance)
    {
        if (Find(instance.Id) is not null) throw new InvalidOperationException($"Instance '{instance.Id}' is already in the session.");
        _instances.Add(instance);
    }

    internal void Replace(WorkflowInstance old, WorkflowInstance carried) => _instances[_instances.IndexOf(old)] = carried;
}
