namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>A condition of eligibility that tells its reason.</summary>
/// <param name="Code">Code, unique within the item.</param>
/// <param name="Must">What must hold.</param>
/// <param name="Ok">Sentence when it holds, with placeholders such as <c>{years}</c>.</param>
/// <param name="Not">Sentence when it does not.</param>
/// <param name="Values">What the placeholders stand for.</param>
/// <param name="Origin">Where the rule comes from.</param>
public sealed record EligibilityRule(
    string Code,
    Condition Must,
    LocalizedText Ok,
    LocalizedText Not,
    IReadOnlyDictionary<string, ValueExpression> Values,
    Origin Origin);
