using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution.Bursts;

namespace TalentPortal.Workflows.Expressions;

/// <summary>Evaluates expressions. A literal costs nothing; only a script creates a script engine.</summary>
internal sealed class ExpressionEvaluator(ScriptLimits limits)
{
    public JsonNode? Evaluate(Expression? expression, DataType type, EvaluationScope scope) => expression switch
    {
        null => type.Default,
        LiteralExpression literal => literal.Value,
        VariableExpression variable => type.Convert(scope.GetVariable(variable.Id, variable.Name)),
        InputExpression input => type.Convert(scope.GetInput(input.Name)),
        ScriptExpression script => type.Convert(ScriptRunner.Run(script.Script, scope, limits)),
        _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
    };
}
