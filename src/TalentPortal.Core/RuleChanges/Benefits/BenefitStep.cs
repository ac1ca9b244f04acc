namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>What a field read when the change was written, and what it reads then.</summary>
/// <param name="Was">Before; empty for nothing.</param>
/// <param name="Now">After; empty for nothing.</param>
public sealed record BenefitStep(string Was, string Now);
