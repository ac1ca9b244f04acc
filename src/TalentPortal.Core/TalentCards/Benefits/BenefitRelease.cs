namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>By whom and by which released change a version came, where it is none of the files.</summary>
/// <param name="MadeBy">Who released it.</param>
/// <param name="RuleChange">The change.</param>
public sealed record BenefitRelease(Guid MadeBy, Guid RuleChange);
