namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>Why a case comes out otherwise.</summary>
/// <param name="Kind">What decided.</param>
/// <param name="Code">The condition, veto, item or level.</param>
/// <param name="Before">How it read, or what it came to, before.</param>
/// <param name="After">And with the change.</param>
public sealed record ReplayCriterion(ReplayCriterionKind Kind, string Code, string? Before, string? After);
