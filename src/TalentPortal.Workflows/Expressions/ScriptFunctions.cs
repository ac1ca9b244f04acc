using System.Text;
using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Workflows.Expressions;

/// <summary>Gives a script the functions of Elsa that it mentions.</summary>
internal static class ScriptFunctions
{
    private static readonly Dictionary<string, Func<EvaluationScope, JsonNode?[], JsonNode?>> Known = new(StringComparer.Ordinal)
    {
        ["getVariable"] = (scope, args) => scope.GetVariable(Text(args, 0)),
        ["setVariable"] = (scope, args) => scope.SetVariable(Text(args, 0), At(args, 1)),
        ["getInput"] = (scope, args) => scope.GetInput(Text(args, 0)),
        ["getOutputFrom"] = (scope, args) => scope.GetOutput(Text(args, 0), args.Length > 1 ? Text(args, 1) : "Result"),
        ["getLastResult"] = (scope, _) => scope.Instance.LastResult,
        ["getWorkflowDefinitionId"] = (scope, _) => scope.Instance.Definition.DefinitionId,
        ["getWorkflowDefinitionVersionId"] = (scope, _) => scope.Instance.Definition.Id,
        ["getWorkflowDefinitionVersion"] = (scope, _) => scope.Instance.Definition.Version,
        ["getWorkflowInstanceId"] = (scope, _) => scope.Instance.Id,
        ["getWorkflowInstanceName"] = (scope, _) => scope.Instance.Name,
        ["setWorkflowInstanceName"] = (scope, args) => scope.SetInstanceName(At(args, 0)),
        ["getCorrelationId"] = (scope, _) => scope.Instance.CorrelationId,
        ["setCorrelationId"] = (scope, args) => scope.SetCorrelationId(At(args, 0)),
        ["setOutcome"] = (scope, args) => scope.SetScriptOutcomes(At(args, 0)),
        ["setOutcomes"] = (scope, args) => scope.SetScriptOutcomes(At(args, 0)),
        ["isNullOrWhiteSpace"] = (_, args) => string.IsNullOrWhiteSpace(DataConversion.ToText(At(args, 0))),
        ["isNullOrEmpty"] = (_, args) => string.IsNullOrEmpty(DataConversion.ToText(At(args, 0))),
        ["toJson"] = (_, args) => At(args, 0)?.ToJsonString() ?? "null",
        ["parseGuid"] = (_, args) => Guid.Parse(Text(args, 0)).ToString(),
        ["newGuid"] = (_, _) => Guid.NewGuid().ToString(),
        ["newGuidString"] = (_, _) => Guid.NewGuid().ToString(),
        ["getGuidString"] = (_, _) => Guid.NewGuid().ToString(),
        ["newShortGuid"] = (_, _) => ShortGuid(),
        ["getShortGuid"] = (_, _) => ShortGuid(),
        ["stringToBase64"] = (_, args) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(args, 0))),
        ["stringFromBase64"] = (_, args) => Encoding.UTF8.GetString(Convert.FromBase64String(Text(args, 0))),
        ["bytesToBase64"] = (_, args) => Text(args, 0),
        ["bytesFromBase64"] = (_, args) => Text(args, 0),
        ["bytesToString"] = (_, args) => Encoding.UTF8.GetString(Convert.FromBase64String(Text(args, 0))),
        ["bytesFromString"] = (_, args) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(args, 0))),
    };

    public static void Expose(Engine engine, Script script, EvaluationScope scope)
    {
        foreach (var name in script.Names)
        {
            var function = Known.GetValueOrDefault(name) ?? Accessor(name, scope);
            if (function is not null) engine.SetValue(name, Wrap(engine, function, scope));
        }
    }

    /// <summary>Scripts say <c>getCounter</c> also for a variable named counter.</summary>
    private static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    private static Func<EvaluationScope, JsonNode?[], JsonNode?>? Accessor(string name, EvaluationScope scope)
    {
        if (name.Length < 4) return null;
        var rest = name[3..];
        if (name.StartsWith("get", StringComparison.Ordinal)) return Getter(rest, scope);
        if (!name.StartsWith("set", StringComparison.Ordinal)) return null;
        return scope.Variables().FirstOrDefault(slot => Pascal(slot.Name) == rest) is { } found
            ? (target, args) => target.SetVariable(found.Name, At(args, 0))
            : null;
    }

    private static Func<EvaluationScope, JsonNode?[], JsonNode?>? Getter(string rest, EvaluationScope scope)
    {
        if (scope.Variables().FirstOrDefault(slot => Pascal(slot.Name) == rest) is { } found)
            return (source, _) => source.GetVariable(found.Name);
        if (scope.InputNames().FirstOrDefault(name => Pascal(name) == rest) is { } input) return (source, _) => source.GetInput(input);
        var from = rest.IndexOf("From", StringComparison.Ordinal);
        if (from <= 0) return null;
        return (source, _) => source.GetOutput(rest[(from + 4)..], rest[..from]);
    }

    private static ClrFunctionInstance Wrap(
        Engine engine, Func<EvaluationScope, JsonNode?[], JsonNode?> function, EvaluationScope scope) => new(engine, (_, arguments) =>
    {
        try
        {
            return ScriptValues.ToScript(engine, function(scope, Array.ConvertAll(arguments, ScriptValues.ToJson)));
        }
        catch (FormatException exception)
        {
            throw new JavaScriptException(engine.Error, exception.Message);
        }
    });

    private static JsonNode? At(JsonNode?[] arguments, int index) => index < arguments.Length ? arguments[index] : null;

    private static string Text(JsonNode?[] arguments, int index) => DataConversion.ToText(At(arguments, index)) ?? "";

    private static string ShortGuid() => Convert.ToBase64String(Guid.NewGuid().ToByteArray())[..22].Replace('/', '_').Replace('+', '-');
}
