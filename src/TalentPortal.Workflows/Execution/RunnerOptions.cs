using TalentPortal.Workflows.Expressions;

namespace TalentPortal.Workflows.Execution;

/// <summary>Limits of the runner.</summary>
public sealed record RunnerOptions
{
    /// <summary>Activities one call may run before the loop limit raises an incident.</summary>
    public int MaxActivityRuns { get; init; } = 5_000;

    /// <summary>How many workflows may start one another in one call.</summary>
    public int MaxNesting { get; init; } = 16;

    /// <summary>Limits of a single script.</summary>
    public ScriptLimits Scripts { get; init; } = ScriptLimits.Default;
}
