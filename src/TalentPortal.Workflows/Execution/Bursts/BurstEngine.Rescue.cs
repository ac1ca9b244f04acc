using System.Text.Json.Nodes;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Execution.Bursts;

internal sealed partial class BurstEngine
{
    /// <summary>
    /// The activity that an incident stopped counts as done: it clears away what it owns, as when it is cancelled, and ends with the
    /// outcome that was chosen.
    /// </summary>
    public async Task SkipAsync(WorkflowInstance instance, Incident incident, string outcome)
    {
        var run = instance.Runs.Find(candidate => candidate.Id == incident.RunId)
            ?? throw new InvalidOperationException($"Incident '{incident.Id}' stopped no activity.");
        recorder.Resolve(instance, incident);
        if (incident.Step is ResumeStep resume) recorder.AddBookmark(instance, resume.Bookmark);
        foreach (var child in run.Children.Where(child => child.Status == RunStatus.Pending).ToList()) Forget(instance, child);
        await EndAsync(instance, run, isCanceled: true).ConfigureAwait(false);
        await TellOwnerAsync(instance, run, [outcome]).ConfigureAwait(false);
        await DrainAsync(instance).ConfigureAwait(false);
    }

    /// <summary>Sets a variable of a live run; the value has its type already.</summary>
    public void SetVariable(WorkflowInstance instance, int runId, string variableId, JsonNode? value)
    {
        var slot = instance.Runs.SelectMany(run => run.Outward()).Where(run => run.Id == runId)
            .SelectMany(run => run.Variables).First(slot => slot.Id == variableId);
        recorder.Touch(instance);
        slot.Value = value?.DeepClone();
    }
}
