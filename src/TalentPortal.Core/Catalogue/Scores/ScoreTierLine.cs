using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>One tier with what was compared for it.</summary>
/// <param name="Code">Code of the tier.</param>
/// <param name="Name">What one must have, in words.</param>
/// <param name="Points">Its points.</param>
/// <param name="Outcome">Whether it is reached; unknown while an input is blank.</param>
/// <param name="Facts">Field or file, actual and needed value.</param>
public sealed record ScoreTierLine(string Code, LocalizedText Name, decimal Points, Truth Outcome, IReadOnlyList<RuleFact> Facts);
