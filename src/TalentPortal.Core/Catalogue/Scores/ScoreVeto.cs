using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>What rules a score out altogether.</summary>
/// <param name="Code">Code, unique within the table.</param>
/// <param name="When">When it applies.</param>
/// <param name="Reason">What to tell.</param>
public sealed record ScoreVeto(string Code, Condition When, LocalizedText Reason);
