namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>One item's rules before and after.</summary>
/// <param name="Before">As they are.</param>
/// <param name="After">As they would be.</param>
internal sealed record RulePair(RuleReading Before, RuleReading After);
