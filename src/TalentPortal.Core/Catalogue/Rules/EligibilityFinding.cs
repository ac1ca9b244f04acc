namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>How one condition of eligibility came out.</summary>
/// <param name="Code">Code of the rule.</param>
/// <param name="Outcome">Met, not met, or unknown because something is not answered yet.</param>
/// <param name="Sentence">What to tell, with actual against needed; empty while unknown.</param>
/// <param name="Facts">What was compared.</param>
/// <param name="Paths">Paths of the fields that the rule reads.</param>
/// <param name="Origin">Where the rule comes from.</param>
public sealed record EligibilityFinding(
    string Code, Truth Outcome, LocalizedText Sentence, IReadOnlyList<RuleFact> Facts, IReadOnlyList<string> Paths, Origin Origin);
