using TalentPortal.Core.Allowances.Recoveries;

namespace TalentPortal.Core.Allowances.Standing;

/// <summary>A recovery and what came back of it.</summary>
/// <param name="Recovery">The recovery.</param>
/// <param name="Received">What was paid back, in yuan.</param>
/// <param name="KeptBack">What was or is being kept back from instalments, in yuan.</param>
public sealed record RecoveryStanding(Recovery Recovery, decimal Received, decimal KeptBack)
{
    /// <summary>What is left of it, in yuan.</summary>
    public decimal Left => Recovery.Amount - Received - KeptBack;
}
