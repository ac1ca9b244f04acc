using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities.Composition;
using TalentPortal.Workflows.Activities.Waits;

namespace TalentPortal.Workflows.Execution.Bursts;

internal sealed partial class BurstEngine
{
    private readonly List<PublishedEvent> _published = [];

    public void Publish(PublishedEvent published) => _published.Add(published);

    /// <summary>Hands out published events until none is left; one may lead to the next.</summary>
    public async Task DeliverAsync()
    {
        while (_published.Count > 0)
        {
            var published = _published[0];
            _published.RemoveAt(0);
            var isConsumed = await DeliverAsync(published).ConfigureAwait(false);
            recorder.Event(published with { IsConsumed = isConsumed });
        }
    }

    /// <summary>Takes a kept event of that name, or nothing.</summary>
    public static PublishedEvent? TakeKept(WorkflowInstance instance, string eventName)
    {
        var kept = instance.KeptEvents.Find(candidate => candidate.Name == eventName);
        if (kept is not null) instance.KeptEvents.Remove(kept);
        return kept;
    }

    /// <summary>A child has ended: the parent that waits for it goes on.</summary>
    public async Task NotifyParentAsync(WorkflowInstance child)
    {
        if (child.ParentInstanceId is null || session.Find(child.ParentInstanceId) is not { Status: WorkflowStatus.Running } parent) return;
        var waiting = parent.OpenBookmarks.Find(bookmark =>
            bookmark.Name == ExecuteWorkflow.BookmarkName && bookmark.Key == child.Id);
        if (waiting is not null) await ResumeAsync(parent, waiting, ExecuteWorkflow.ToInput(child)).ConfigureAwait(false);
    }

    /// <summary>A dispatched child has faulted, or goes on again: the parent waits on, with an incident as long as it stands.</summary>
    public void SetChildFault(WorkflowInstance parent, Bookmark waiting, string? fault)
    {
        var known = parent.OpenIncidents.Find(incident => incident.Kind == IncidentKind.ChildFaulted && incident.RunId == waiting.RunId);
        if ((known is null) == (fault is null)) return;
        recorder.Touch(parent);
        if (known is not null)
        {
            recorder.Resolve(parent, known);
        }
        else
        {
            var node = parent.Runs.Find(run => run.Id == waiting.RunId)!.Node;
            recorder.Raise(parent, CreateIncident(parent, IncidentKind.ChildFaulted, node, fault!) with { RunId = waiting.RunId });
        }

        parent.SubStatus = IsFaulted(parent) ? WorkflowSubStatus.Faulted : WorkflowSubStatus.Suspended;
    }

    private async Task<bool> DeliverAsync(PublishedEvent published)
    {
        var receivers = session.Instances.Where(instance => Receives(instance, published)).ToList();
        var waiting = receivers.SelectMany(instance => instance.OpenBookmarks
            .Where(bookmark => bookmark.Name == WaitForEvent.BookmarkName && bookmark.Key == published.Name)).ToList();
        if (waiting.Count == 0)
        {
            foreach (var instance in receivers)
            {
                recorder.Touch(instance);
                instance.KeptEvents.Add(published);
            }
        }

        var input = new JsonObject { [WaitForEvent.PayloadInput] = published.Payload?.DeepClone() };
        foreach (var bookmark in waiting)
        {
            if (session.FindBookmark(bookmark.Id) is not null)
                await ResumeAsync(session.Find(bookmark.InstanceId)!, bookmark, input).ConfigureAwait(false);
        }

        return waiting.Count > 0;
    }

    private static bool Receives(WorkflowInstance instance, PublishedEvent published) =>
        instance.Status == WorkflowStatus.Running
        && (!published.IsLocal || published.InstanceId == instance.Id)
        && (string.IsNullOrEmpty(published.CorrelationId) || published.CorrelationId == instance.CorrelationId);
}
