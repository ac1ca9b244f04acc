using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Definitions.Values;
using TalentPortal.Workflows.Execution.State;

namespace TalentPortal.Workflows.Execution.Bursts;

/// <summary>What an expression of one activity run can see and change.</summary>
internal sealed class EvaluationScope(WorkflowInstance instance, ActivityRun run, UndoLog undo)
{
    public WorkflowInstance Instance { get; } = instance;

    /// <summary>Outcomes that a script chose by setOutcome.</summary>
    public List<string> ScriptOutcomes { get; } = [];

    /// <summary>Variables from the innermost scope outward; an inner one hides outer ones of its name.</summary>
    public IEnumerable<VariableSlot> Variables() => run.Outward().SelectMany(around => around.Variables);

    public JsonNode? GetVariable(string idOrName) => Find(idOrName)?.Value;

    /// <summary>The variable that an expression names: by id wherever it is declared, by name when no id fits.</summary>
    public JsonNode? GetVariable(string id, string? name) => (Variables().FirstOrDefault(slot => slot.Id == id) ?? Find(name ?? id))?.Value;

    public JsonNode? SetVariable(string idOrName, JsonNode? value)
    {
        if (Find(idOrName) is { } slot) Assign(slot, value);
        else Create(idOrName, value);
        return null;
    }

    /// <summary>Writes the memory that an output or SetVariable names; false when no such variable is in scope.</summary>
    public bool TryAssign(string variableId, JsonNode? value)
    {
        if (Variables().FirstOrDefault(slot => slot.Id == variableId) is not { } slot) return false;
        Assign(slot, value);
        return true;
    }

    public JsonNode? GetInput(string name)
    {
        var composite = run.Outward().FirstOrDefault(around => around.Inner is not null && around.Owner is not null);
        if (composite?.Variables.Find(slot => Same(slot.Name, name)) is { } argument) return argument.Value;
        if (Instance.ResumeInput?.Get(name) is { } resumed) return resumed;
        foreach (var (key, value) in Instance.Input)
        {
            if (Same(key, name)) return value;
        }

        return null;
    }

    public IEnumerable<string> InputNames() => run.Outward().First(around => around.Inner is not null).Inner!.Inputs
        .Select(input => input.Name)
        .Concat(Instance.Input.Keys)
        .Concat(Instance.ResumeInput?.Select(property => property.Key) ?? []);

    public JsonNode? GetOutput(string activity, string output)
    {
        foreach (var (key, value) in Instance.ActivityOutputs)
        {
            if (key.Activity == activity && Same(key.Output, output)) return value;
        }

        return null;
    }

    /// <summary>What <c>get…</c> reads by output and activity written together, such as ResultFromReview.</summary>
    public JsonNode? GetOutput(string outputFromActivity)
    {
        foreach (var ((activity, output), value) in Instance.ActivityOutputs)
        {
            var start = output.Length + 4;
            if (outputFromActivity.Length > start
                && outputFromActivity.StartsWith($"{output}From", StringComparison.OrdinalIgnoreCase)
                && PascalCase.IsMeant(activity, outputFromActivity.AsSpan(start)))
                return value;
        }

        return null;
    }

    public JsonNode? SetScriptOutcomes(JsonNode? names)
    {
        ScriptOutcomes.Clear();
        foreach (var name in DataType.ListOf(DataType.String).Convert(names) as JsonArray ?? [])
            ScriptOutcomes.Add(DataConversion.ToText(name) ?? "");
        return null;
    }

    public JsonNode? SetInstanceName(JsonNode? value)
    {
        var before = Instance.Name;
        undo.Add(() => Instance.Name = before);
        Instance.Name = DataConversion.ToText(value);
        return null;
    }

    public JsonNode? SetCorrelationId(JsonNode? value)
    {
        var before = Instance.CorrelationId;
        undo.Add(() => Instance.CorrelationId = before);
        Instance.CorrelationId = DataConversion.ToText(value);
        return null;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    /// <summary>Scope by scope outward, so that an inner variable hides an outer one, even one whose id is the name looked for.</summary>
    private VariableSlot? Find(string idOrName) => run.Outward()
        .Select(around => around.Variables.Find(slot => slot.Name == idOrName) ?? around.Variables.Find(slot => slot.Id == idOrName))
        .FirstOrDefault(slot => slot is not null);

    private void Assign(VariableSlot slot, JsonNode? value)
    {
        var before = slot.Value;
        undo.Add(() => slot.Value = before);
        slot.Value = value is null ? null : slot.Definition.Type.Convert(value);
    }

    /// <summary>setVariable of an unknown name makes a workflow variable, as in Elsa.</summary>
    private void Create(string name, JsonNode? value)
    {
        var scope = run.Outward().First(around => around.Inner is not null);
        var slot = new VariableSlot(new VariableDefinition(name, name, DataType.Object, null, IsPersistent: true), value);
        undo.Add(() => scope.Variables.Remove(slot));
        scope.Variables.Add(slot);
    }
}
