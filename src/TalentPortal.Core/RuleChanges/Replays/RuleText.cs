namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>The rules that a change touches.</summary>
/// <param name="Pairs">One an item.</param>
/// <param name="Hash">Checksum of both readings and of the day.</param>
internal sealed record RuleText(IReadOnlyList<RulePair> Pairs, string Hash);
