namespace TalentPortal.Workflows.Execution.Bursts;

/// <summary>The expression of an input threw.</summary>
internal sealed class InputEvaluationException(string message, Exception inner) : Exception(message, inner);
