using TalentPortal.Core.Catalogue.Rules;

namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>Points for a condition.</summary>
/// <param name="Code">Code, unique within the part.</param>
/// <param name="Name">What one must have, in words.</param>
/// <param name="When">The condition.</param>
/// <param name="Points">Points, 0 or more.</param>
public sealed record ScoreTier(string Code, LocalizedText Name, Condition When, decimal Points);
