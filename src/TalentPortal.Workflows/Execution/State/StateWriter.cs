using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalentPortal.Workflows.Execution.Bursts;

namespace TalentPortal.Workflows.Execution.State;

/// <summary>Writes an instance as compact JSON; what is empty or at its default is left out.</summary>
internal static class StateWriter
{
    public const int Format = 1;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(WorkflowInstance instance)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            WriteHead(json, instance);
            Dictionary(json, "in", KeptInput(instance));
            Dictionary(json, "out", instance.Output);
            List(json, "runs", RunsToKeep(instance), run => WriteRun(json, run));
            List(json, "bookmarks", instance.OpenBookmarks, bookmark => WriteBookmark(json, bookmark));
            List(json, "incidents", instance.OpenIncidents, incident => WriteIncident(json, incident));
            List(json, "events", instance.KeptEvents, kept => WriteEvent(json, kept));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteHead(Utf8JsonWriter json, WorkflowInstance instance)
    {
        json.WriteNumber("v", Format);
        json.WriteString("id", instance.Id);
        json.WriteString("definition", instance.Definition.Id);
        Text(json, "parent", instance.ParentInstanceId);
        json.WriteString("status", instance.Status.ToString());
        json.WriteString("subStatus", instance.SubStatus.ToString());
        Text(json, "name", instance.Name);
        Text(json, "correlationId", instance.CorrelationId);
        Text(json, "trigger", instance.TriggerActivityId);
        json.WriteNumber("seq", instance.Sequence);
    }

    /// <summary>Inputs without a storage driver live for the first burst only, unless something is left to be retried.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> KeptInput(WorkflowInstance instance) =>
        instance.OpenIncidents.Count > 0 ? instance.Input : instance.Input.Where(pair =>
            instance.Definition.Inputs.Any(input => input.IsPersistent && input.Name == pair.Key));

    /// <summary>Live runs and the ended ones around them, outer before inner.</summary>
    private static IEnumerable<ActivityRun> RunsToKeep(WorkflowInstance instance) =>
        instance.Runs.SelectMany(run => run.Outward()).Distinct().OrderBy(run => run.Id);

    private static void WriteRun(Utf8JsonWriter json, ActivityRun run)
    {
        json.WriteNumber("id", run.Id);
        json.WriteString("activity", run.Node.Id);
        if (run.Owner is { } owner) json.WriteNumber("owner", owner.Id);
        if (run.Status != RunStatus.Running) json.WriteString("status", run.Status.ToString());
        if (run is { Inner: { } inner, Owner: not null }) json.WriteString("runs", inner.Id);
        Text(json, "tag", run.Tag);
        if (run.EnteredBackward) json.WriteBoolean("backward", value: true);
        Dictionary(json, "locals", run.Variables.Where(slot => !run.Declares(slot)).Select(Pair));
        Dictionary(json, "variables", run.Variables
            .Where(slot => slot.Definition.IsPersistent && slot.Value is not null && run.Declares(slot)).Select(Pair));
        if (run.KeptInputs is { } inputs) Dictionary(json, "inputs", inputs, evenEmpty: true);
        Dictionary(json, "properties", run.Properties);
        if (run.Flow is { } flow) WriteFlow(json, flow);
    }

    private static KeyValuePair<string, JsonNode?> Pair(VariableSlot slot) => KeyValuePair.Create(slot.Id, slot.Value);

    private static void WriteFlow(Utf8JsonWriter json, FlowState flow)
    {
        json.WriteStartObject("flow");
        json.WriteNumber("start", flow.Start);
        Numbers(json, "visits", flow.Visits);
        Numbers(json, "counts", flow.Counts);
        Numbers(json, "followed", flow.Followed.Select(isFollowed => isFollowed ? 1 : 0));
        json.WriteEndObject();
    }

    private static void WriteBookmark(Utf8JsonWriter json, Bookmark bookmark)
    {
        json.WriteString("id", bookmark.Id);
        json.WriteNumber("run", bookmark.RunId);
        json.WriteString("activity", bookmark.ActivityId);
        json.WriteString("type", bookmark.ActivityType);
        if (bookmark.Name != bookmark.ActivityType) json.WriteString("name", bookmark.Name);
        Node(json, "payload", bookmark.Payload);
        if (bookmark.DueAt is { } dueAt) json.WriteString("dueAt", dueAt);
        Text(json, "key", bookmark.Key);
    }

    private static void WriteIncident(Utf8JsonWriter json, Incident incident)
    {
        json.WriteString("id", incident.Id);
        json.WriteString("kind", incident.Kind.ToString());
        json.WriteString("activity", incident.ActivityId);
        json.WriteString("type", incident.ActivityType);
        json.WriteString("message", incident.Message);
        Text(json, "exception", incident.ExceptionType);
        json.WriteString("at", incident.At);
        if (incident.RunId is { } run) json.WriteNumber("run", run);
        switch (incident.Step)
        {
            case ResumeStep resume:
                json.WriteStartObject("resume");
                WriteBookmark(json, resume.Bookmark);
                Node(json, "input", resume.Input);
                json.WriteEndObject();
                break;
            case ChildStep { Child: var child }:
                json.WriteStartObject("child");
                json.WriteString("activity", child.Node.Id);
                json.WriteStartArray("outcomes");
                foreach (var outcome in child.Outcomes) json.WriteStringValue(outcome);
                json.WriteEndArray();
                Text(json, "tag", child.Tag);
                json.WriteBoolean("backward", child.EnteredBackward);
                json.WriteEndObject();
                break;
        }
    }

    private static void WriteEvent(Utf8JsonWriter json, PublishedEvent kept)
    {
        json.WriteString("name", kept.Name);
        Node(json, "payload", kept.Payload);
        Text(json, "correlationId", kept.CorrelationId);
        Text(json, "from", kept.InstanceId);
        json.WriteBoolean("isLocal", kept.IsLocal);
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void Node(Utf8JsonWriter json, string name, JsonNode? value)
    {
        if (value is null) return;
        json.WritePropertyName(name);
        value.WriteTo(json);
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<int> values)
    {
        json.WriteString(name, string.Join(' ', values.Select(value => value.ToString(CultureInfo.InvariantCulture))));
    }

    private static void Dictionary(
        Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, JsonNode?>> values, bool evenEmpty = false)
    {
        var isOpen = false;
        foreach (var (key, value) in values)
        {
            if (!isOpen) json.WriteStartObject(name);
            isOpen = true;
            json.WritePropertyName(key);
            if (value is null) json.WriteNullValue();
            else value.WriteTo(json);
        }

        if (!isOpen && evenEmpty) json.WriteStartObject(name);
        if (isOpen || evenEmpty) json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        var isOpen = false;
        foreach (var item in items)
        {
            if (!isOpen) json.WriteStartArray(name);
            isOpen = true;
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        if (isOpen) json.WriteEndArray();
    }
}
