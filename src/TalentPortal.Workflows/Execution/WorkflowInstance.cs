using System.Globalization;
using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Execution;

/// <summary>A running workflow in memory. Changes only through the runner.</summary>
public sealed class WorkflowInstance
{
    internal WorkflowInstance(string id, WorkflowDefinition definition)
    {
        Id = id;
        Definition = definition;
    }

    /// <summary>Id of the instance.</summary>
    public string Id { get; }

    /// <summary>The version it is pinned to.</summary>
    public WorkflowDefinition Definition { get; }

    /// <summary>Instance that started it, or null.</summary>
    public string? ParentInstanceId { get; internal init; }

    /// <summary>Whether it lives.</summary>
    public WorkflowStatus Status { get; internal set; }

    /// <summary>What it is doing.</summary>
    public WorkflowSubStatus SubStatus { get; internal set; }

    /// <summary>Name given by the workflow, or null.</summary>
    public string? Name { get; internal set; }

    /// <summary>Correlation id, or null.</summary>
    public string? CorrelationId { get; internal set; }

    /// <summary>Open waits.</summary>
    public IReadOnlyList<Bookmark> Bookmarks => OpenBookmarks;

    /// <summary>Unresolved incidents.</summary>
    public IReadOnlyList<Incident> Incidents => OpenIncidents;

    /// <summary>Ids of the activities that wait or failed, for drawing where the instance stands.</summary>
    public IEnumerable<string> ActiveActivityIds =>
        Runs.Where(run => run.IsLive && run.Node.Id.Length > 0).Select(run => run.Node.Id).Distinct();

    /// <summary>Outputs so far, by name; a copy.</summary>
    public JsonObject Outputs => StateJson.ToObject(Output);

    /// <summary>Variables in scope of what runs, those of the workflow first; a loop has one for each of its runs.</summary>
    public IReadOnlyList<InstanceVariable> Variables => [.. Runs.SelectMany(run => run.Outward()).Distinct().OrderBy(run => run.Id)
        .SelectMany(run => run.Variables.Select(slot => new InstanceVariable(
            run.Id, run.Owner is null ? "" : run.Node.Id, slot.Id, slot.Name, slot.Definition.Type, slot.Value)))];

    /// <summary>The outcomes with which the activity that an incident stopped can be skipped; none where it stopped no activity.</summary>
    public IReadOnlyList<string> OutcomesOf(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return Runs.Find(run => run.Id == incident.RunId)?.Node.Outcomes ?? [];
    }

    internal List<Bookmark> OpenBookmarks { get; } = [];

    internal List<Incident> OpenIncidents { get; } = [];

    internal List<PublishedEvent> KeptEvents { get; } = [];

    /// <summary>Every run that has not ended.</summary>
    internal List<ActivityRun> Runs { get; } = [];

    internal Queue<ActivityRun> Queue { get; } = new();

    internal Dictionary<string, JsonNode?> Input { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, JsonNode?> Output { get; } = new(StringComparer.Ordinal);

    /// <summary>Input of the present resume; lies over the stored input until the burst ends.</summary>
    internal JsonObject? ResumeInput { get; set; }

    /// <summary>Outputs of activities in this burst, by activity id or name and output name; not stored, as in Elsa.</summary>
    internal Dictionary<(string Activity, string Output), JsonNode?> ActivityOutputs { get; } = [];

    internal JsonNode? LastResult { get; set; }

    internal string? TriggerActivityId { get; set; }

    internal int Sequence { get; set; }

    internal bool IsNew { get; init; }

    internal int NextNumber() => ++Sequence;

    internal string NextId() => string.Create(CultureInfo.InvariantCulture, $"{Id}.{NextNumber()}");

    internal bool Waits(ActivityRun run) => OpenBookmarks.Exists(bookmark => bookmark.RunId == run.Id);
}
