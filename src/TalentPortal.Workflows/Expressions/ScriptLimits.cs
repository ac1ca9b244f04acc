namespace TalentPortal.Workflows.Expressions;

/// <summary>How far one script may go before it counts as failed.</summary>
/// <param name="MaxStatements">Statements executed.</param>
/// <param name="MaxRecursion">Depth of function calls.</param>
/// <param name="Timeout">Time of the wall clock.</param>
public sealed record ScriptLimits(int MaxStatements, int MaxRecursion, TimeSpan Timeout)
{
    /// <summary>10,000 statements, 64 calls deep, two seconds.</summary>
    public static ScriptLimits Default { get; } = new(10_000, 64, TimeSpan.FromSeconds(2));
}
