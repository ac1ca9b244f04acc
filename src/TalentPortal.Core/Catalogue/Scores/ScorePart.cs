namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>A part of an item: of the tiers whose condition holds, the one with the most points counts.</summary>
/// <param name="Code">Code, unique within the item.</param>
/// <param name="Tiers">Tiers.</param>
public sealed record ScorePart(string Code, IReadOnlyList<ScoreTier> Tiers);
