using System.Globalization;
using System.Text.Json.Nodes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution.Bursts;

namespace TalentPortal.Workflows.Execution.State;

/// <summary>Reads what <see cref="StateWriter"/> wrote.</summary>
internal static class StateReader
{
    public static WorkflowInstance Read(string state, DefinitionCatalog catalog)
    {
        var json = JsonNode.Parse(state)!.AsObject();
        if ((int)json["v"]! != StateWriter.Format) throw new InvalidOperationException($"State format {json["v"]} is not known.");
        var definition = Version(catalog, (string)json["definition"]!);
        var instance = new WorkflowInstance((string)json["id"]!, definition)
        {
            ParentInstanceId = (string?)json["parent"],
            Status = Enum.Parse<WorkflowStatus>((string)json["status"]!),
            SubStatus = Enum.Parse<WorkflowSubStatus>((string)json["subStatus"]!),
            Name = (string?)json["name"],
            CorrelationId = (string?)json["correlationId"],
            TriggerActivityId = (string?)json["trigger"],
            Sequence = (int)json["seq"]!,
        };
        Fill(instance.Input, json["in"]);
        Fill(instance.Output, json["out"]);
        var runs = ReadRuns(instance, json["runs"], catalog);
        foreach (var item in Items(json["bookmarks"])) instance.OpenBookmarks.Add(ReadBookmark(instance, item));
        foreach (var item in Items(json["incidents"])) instance.OpenIncidents.Add(ReadIncident(instance, item, runs));
        foreach (var item in Items(json["events"])) instance.KeptEvents.Add(ReadEvent(item));
        return instance;
    }

    private static WorkflowDefinition Version(DefinitionCatalog catalog, string versionId) => catalog.FindVersion(versionId)
        ?? throw new InvalidOperationException($"Definition version '{versionId}' is not in the catalog.");

    private static IEnumerable<JsonObject> Items(JsonNode? list) => list is null ? [] : list.AsArray().Select(item => item!.AsObject());

    private static void Fill(Dictionary<string, JsonNode?> target, JsonNode? source)
    {
        if (source is null) return;
        foreach (var (name, value) in source.AsObject()) target[name] = value;
    }

    private static Dictionary<int, ActivityRun> ReadRuns(WorkflowInstance instance, JsonNode? list, DefinitionCatalog catalog)
    {
        var runs = new Dictionary<int, ActivityRun>();
        foreach (var json in Items(list))
        {
            var owner = json["owner"] is { } ownerId ? runs[(int)ownerId] : null;
            var definition = owner is null ? instance.Definition : owner.Inner ?? owner.Definition;
            var activityId = (string)json["activity"]!;
            var node = owner is null ? definition.Scope : definition.Find(activityId)
                ?? throw new InvalidOperationException($"Activity '{activityId}' is not in definition {definition}.");
            var run = ReadRun(json, node, definition, owner);
            run.Inner = owner is null ? definition : json["runs"] is { } inner ? Version(catalog, (string)inner!) : null;
            ReadLocals(run, json["locals"] as JsonObject ?? []);
            ReadVariables(run, json["variables"] as JsonObject ?? []);
            runs[run.Id] = run;
            if (!run.IsLive) continue;
            owner?.Children.Add(run);
            instance.Runs.Add(run);
        }

        return runs;
    }

    private static ActivityRun ReadRun(JsonObject json, ActivityNode node, WorkflowDefinition definition, ActivityRun? owner)
    {
        var run = new ActivityRun((int)json["id"]!, node, definition, owner)
        {
            Status = json["status"] is { } status ? Enum.Parse<RunStatus>((string)status!) : RunStatus.Running,
            Tag = (string?)json["tag"],
            EnteredBackward = json["backward"] is not null,
        };
        Fill(run.Properties, json["properties"]);
        if (json["inputs"] is { } inputs)
        {
            run.KeptInputs = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
            Fill(run.KeptInputs, inputs);
        }

        if (json["flow"] is JsonObject flow)
        {
            var followed = Array.ConvertAll(Numbers(flow["followed"]), number => number == 1);
            run.Flow = new FlowState((int)flow["start"]!, Numbers(flow["visits"]), Numbers(flow["counts"]), followed);
        }

        return run;
    }

    /// <summary>Variables of a loop, of a call or made by a script: null ones too, or an outer variable would show through.</summary>
    private static void ReadLocals(ActivityRun run, JsonObject values)
    {
        foreach (var (id, value) in values)
        {
            var type = run.Inner?.Inputs.FirstOrDefault(input => input.Name == id)?.Type ?? DataType.Object;
            run.Variables.Add(new VariableSlot(new VariableDefinition(id, id, type, null, IsPersistent: true), value));
        }
    }

    /// <summary>A variable without a storage driver was not written and is null now, also when it has a default.</summary>
    private static void ReadVariables(ActivityRun run, JsonObject values)
    {
        if (run.Status == RunStatus.Pending) return;
        foreach (var variable in run.DeclaredVariables) run.Variables.Add(new VariableSlot(variable, values[variable.Id]));
    }

    private static Bookmark ReadBookmark(WorkflowInstance instance, JsonObject json)
    {
        var type = (string)json["type"]!;
        return new Bookmark
        {
            Id = (string)json["id"]!,
            InstanceId = instance.Id,
            ActivityId = (string)json["activity"]!,
            ActivityType = type,
            RunId = (int)json["run"]!,
            Name = (string?)json["name"] ?? type,
            Payload = json["payload"],
            DueAt = json["dueAt"] is { } dueAt ? (DateTimeOffset)dueAt : null,
            Key = (string?)json["key"],
        };
    }

    private static Incident ReadIncident(WorkflowInstance instance, JsonObject json, Dictionary<int, ActivityRun> runs)
    {
        int? runId = json["run"] is { } run ? (int)run : null;
        return new Incident
        {
            Id = (string)json["id"]!,
            InstanceId = instance.Id,
            Kind = Enum.Parse<IncidentKind>((string)json["kind"]!),
            ActivityId = (string)json["activity"]!,
            ActivityType = (string)json["type"]!,
            Message = (string)json["message"]!,
            ExceptionType = (string?)json["exception"],
            At = (DateTimeOffset)json["at"]!,
            RunId = runId,
            Step = runId is { } id && runs.TryGetValue(id, out var faulted) ? ReadStep(instance, json, faulted) : null,
        };
    }

    private static Step ReadStep(WorkflowInstance instance, JsonObject json, ActivityRun run)
    {
        if (json["resume"] is JsonObject resume) return new ResumeStep(ReadBookmark(instance, resume), resume["input"] as JsonObject);
        if (json["child"] is not JsonObject child) return ExecuteStep.Instance;
        var node = (run.Inner ?? run.Definition).Find((string)child["activity"]!)!;
        var outcomes = child["outcomes"]!.AsArray().Select(outcome => (string)outcome!).ToList();
        return new ChildStep(new ChildCompletion(node, outcomes, (string?)child["tag"], (bool)child["backward"]!));
    }

    private static PublishedEvent ReadEvent(JsonObject json) => new(
        (string)json["name"]!, json["payload"], (string?)json["correlationId"], (string?)json["from"], (bool)json["isLocal"]!);

    private static int[] Numbers(JsonNode? text) => text is null || (string)text! is "" ? [] : Array.ConvertAll(
        ((string)text!).Split(' '), number => int.Parse(number, CultureInfo.InvariantCulture));
}
