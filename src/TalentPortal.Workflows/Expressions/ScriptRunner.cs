using System.Globalization;
using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using TalentPortal.Workflows.Execution.Bursts;

namespace TalentPortal.Workflows.Expressions;

/// <summary>Runs a script in an engine of its own: no CLR access, limited in statements, recursion and time.</summary>
internal static class ScriptRunner
{
    public static JsonNode? Run(Script script, EvaluationScope scope, ScriptLimits limits)
    {
        var engine = new Engine(options => options
            .Strict(false)
            .Culture(CultureInfo.InvariantCulture)
            .LocalTimeZone(TimeZoneInfo.Utc)
            .MaxStatements(limits.MaxStatements)
            .LimitRecursion(limits.MaxRecursion)
            .TimeoutInterval(limits.Timeout));
        var variables = ScriptVariables.Expose(engine, script, scope);
        ScriptFunctions.Expose(engine, script, scope, variables);
        JsValue result = engine.Execute(script.Program).GetCompletionValue();
        variables?.WriteBack();
        return ScriptValues.ToJson(result);
    }
}
