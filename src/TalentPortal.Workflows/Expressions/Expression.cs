using System.Text.Json.Nodes;

namespace TalentPortal.Workflows.Expressions;

/// <summary>A source of a value in a definition. Immutable, shared between threads.</summary>
internal abstract record Expression;

/// <summary>A value written in the definition, converted when it was read.</summary>
internal sealed record LiteralExpression(JsonNode? Value) : Expression;

/// <summary>The value of a variable, found by id, then by name.</summary>
internal sealed record VariableExpression(string Id, string? Name) : Expression;

/// <summary>The value of a workflow input.</summary>
internal sealed record InputExpression(string Name) : Expression;

/// <summary>The value of a script.</summary>
internal sealed record ScriptExpression(Script Script) : Expression;
