namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>One comparison of a trace in plain texts, so that it can be stored with a decision and read years later.</summary>
/// <param name="Source">What was read or derived: <c>scale</c>, <c>count(awards)</c>, <c>yearsSince(startedOn)</c>.</param>
/// <param name="Operator">How it was compared.</param>
/// <param name="Actual">What was; null when blank; masked when the field is sensitive.</param>
/// <param name="Needed">What was needed; null where nothing is.</param>
/// <param name="Outcome">How it came out.</param>
public sealed record RuleFact(string Source, Comparison Operator, string? Actual, string? Needed, Truth Outcome);
