using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>A veto that stands.</summary>
/// <param name="Code">Code of the veto.</param>
/// <param name="Reason">What to tell.</param>
/// <param name="Facts">What was compared.</param>
public sealed record ScoreVetoLine(string Code, LocalizedText Reason, IReadOnlyList<RuleFact> Facts);
