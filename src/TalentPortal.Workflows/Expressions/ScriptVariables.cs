using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using TalentPortal.Workflows.Execution.Bursts;

namespace TalentPortal.Workflows.Expressions;

/// <summary>The object <c>variables</c> of a script: holds the variables the script mentions and takes changes back.</summary>
internal sealed class ScriptVariables
{
    private readonly Engine _engine;
    private readonly ObjectInstance _object;
    private readonly EvaluationScope _scope;
    private readonly Dictionary<string, JsonNode?> _before = new(StringComparer.Ordinal);

    private ScriptVariables(Engine engine, Script script, EvaluationScope scope)
    {
        _engine = engine;
        _scope = scope;
        _object = engine.Object.Construct([]);
        foreach (var slot in scope.Variables())
        {
            if (script.Names.Contains(slot.Name) && !_before.ContainsKey(slot.Name)) Put(slot.Name, slot.Value);
        }
    }

    public static ScriptVariables? Expose(Engine engine, Script script, EvaluationScope scope)
    {
        if (!script.Names.Contains("variables")) return null;
        var variables = new ScriptVariables(engine, script, scope);
        engine.SetValue("variables", variables._object);
        return variables;
    }

    /// <summary>Takes over what a function has just set.</summary>
    public void Refresh(string name) => Put(name, _scope.GetVariable(name));

    /// <summary>Takes back what the script has changed.</summary>
    public void WriteBack()
    {
        foreach (var (name, property) in _object.GetOwnProperties().ToList())
        {
            var value = ScriptValues.ToJson(property.Value ?? JsValue.Null);
            if (_before.TryGetValue(name, out var before) && JsonNode.DeepEquals(before, value)) continue;
            _scope.SetVariable(name, value);
        }
    }

    private void Put(string name, JsonNode? value)
    {
        _before[name] = value;
        _object.Put(name, ScriptValues.ToScript(_engine, value), throwOnError: false);
    }
}
