namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>One part of an item of a score.</summary>
/// <param name="Code">Code of the part.</param>
/// <param name="Points">Points reached.</param>
/// <param name="Reached">The tier that counts; null when none is reached.</param>
/// <param name="Better">Tiers that would bring more, from the nearest up: what is missing for them stands in their facts.</param>
public sealed record ScorePartLine(string Code, decimal Points, ScoreTierLine? Reached, IReadOnlyList<ScoreTierLine> Better);
