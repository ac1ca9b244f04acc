using System.Text;
using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Definitions.Values;
using TalentPortal.Workflows.Execution.Bursts;

namespace TalentPortal.Workflows.Expressions;

/// <summary>Gives a script the functions of Elsa that it mentions.</summary>
internal static class ScriptFunctions
{
    private static readonly Dictionary<string, Func<EvaluationScope, JsonNode?[], JsonNode?>> Known = new(StringComparer.Ordinal)
    {
        ["getVariable"] = (scope, args) => scope.GetVariable(Text(args, 0)),
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
        ["toJson"] = (_, args) => At(args, 0)?.ToJsonText() ?? "null",
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

    /// <summary>What sets a variable also changes it in the script's own <c>variables</c>, so that both always say the same.</summary>
    public static void Expose(Engine engine, Script script, EvaluationScope scope, ScriptVariables? variables)
    {
        foreach (var name in script.Names)
        {
            if (name == "setVariable")
                engine.SetValue(name, Wrap(engine, (_, args) => Set(Text(args, 0), At(args, 1)), scope));
            else if (Setter(name, scope) is { } variable)
                engine.SetValue(name, Wrap(engine, (_, args) => Set(variable, At(args, 0)), scope));
            else if ((Known.GetValueOrDefault(name) ?? Getter(name, scope)) is { } function)
                engine.SetValue(name, Wrap(engine, function, scope));
        }

        JsonNode? Set(string variable, JsonNode? value)
        {
            scope.SetVariable(variable, value);
            variables?.Refresh(variable);
            return null;
        }
    }

    /// <summary>The variable that <c>setCounter</c> sets, or null.</summary>
    private static string? Setter(string function, EvaluationScope scope) =>
        function.StartsWith("set", StringComparison.Ordinal) && !Known.ContainsKey(function)
            ? scope.Variables().FirstOrDefault(slot => PascalCase.IsMeant(slot.Name, function.AsSpan(3)))?.Name
            : null;

    /// <summary>What <c>getCounter</c> or <c>getResultFromReview</c> reads: a variable, else an input, else an output.</summary>
    private static Func<EvaluationScope, JsonNode?[], JsonNode?>? Getter(string function, EvaluationScope scope)
    {
        if (!function.StartsWith("get", StringComparison.Ordinal)) return null;
        var name = function[3..];
        if (scope.Variables().FirstOrDefault(slot => PascalCase.IsMeant(slot.Name, name)) is { } found)
            return (source, _) => source.GetVariable(found.Name);
        if (scope.InputNames().FirstOrDefault(input => PascalCase.IsMeant(input, name)) is { } given)
            return (source, _) => source.GetInput(given);
        return name.IndexOf("From", StringComparison.Ordinal) > 0 ? (source, _) => source.GetOutput(name) : null;
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
