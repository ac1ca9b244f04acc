namespace TalentPortal.Core.RuleChanges.Benefits;

/// <summary>How many holders would get more and less of a benefit.</summary>
/// <param name="Benefit">Code of the benefit.</param>
/// <param name="More">How many more of it.</param>
/// <param name="Less">How many less.</param>
public sealed record BenefitShift(string Benefit, int More, int Less);
