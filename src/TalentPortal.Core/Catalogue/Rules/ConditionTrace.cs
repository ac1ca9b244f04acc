using TalentPortal.Core.Catalogue.Answers;

namespace TalentPortal.Core.Catalogue.Rules;

/// <summary>How a condition came out, with what was compared.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Actual">What was, in a comparison; null when blank.</param>
/// <param name="Needed">What was needed, in a comparison.</param>
/// <param name="Parts">Traces of the parts.</param>
public sealed record ConditionTrace(
    Condition Condition, Truth Outcome, AnswerValue? Actual, AnswerValue? Needed, IReadOnlyList<ConditionTrace> Parts)
{
    /// <summary>Whether the condition holds for sure.</summary>
    public bool Holds => Outcome is Truth.Yes;

    /// <summary>The comparisons at the bottom, in the order of the rule.</summary>
    public IEnumerable<ConditionTrace> Comparisons => Condition is Condition.Compare ? [this] : Parts.SelectMany(p => p.Comparisons);
}
