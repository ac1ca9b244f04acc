namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>How many cases of an item came out so.</summary>
/// <param name="Item">Code of the item.</param>
/// <param name="Before">Verdict or level now.</param>
/// <param name="After">Verdict or level with the change.</param>
/// <param name="Count">How many.</param>
public sealed record OutcomeCount(string Item, string Before, string After, int Count);
