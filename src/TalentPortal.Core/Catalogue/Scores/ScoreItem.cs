namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>One line of the score table: the sum of its parts, at most <paramref name="Max"/>.</summary>
/// <param name="Code">Code, unique within the table.</param>
/// <param name="Name">Name.</param>
/// <param name="Max">Most points.</param>
/// <param name="Parts">Parts, summed.</param>
/// <param name="Evidence">Codes of the materials that prove it.</param>
/// <param name="Origin">Where the points come from.</param>
public sealed record ScoreItem(
    string Code, LocalizedText Name, decimal Max, IReadOnlyList<ScorePart> Parts, IReadOnlyList<string> Evidence, Origin Origin);
