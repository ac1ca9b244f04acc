namespace TalentPortal.Core.Catalogue.Scores;

/// <summary>One item of a score.</summary>
/// <param name="Code">Code of the item.</param>
/// <param name="Name">Name.</param>
/// <param name="Max">Most points.</param>
/// <param name="Points">Points reached: the sum of the parts, at most <paramref name="Max"/>.</param>
/// <param name="Parts">Parts.</param>
/// <param name="Evidence">Codes of the materials that prove it.</param>
/// <param name="Origin">Where the points come from.</param>
public sealed record ScoreLine(
    string Code,
    LocalizedText Name,
    decimal Max,
    decimal Points,
    IReadOnlyList<ScorePartLine> Parts,
    IReadOnlyList<string> Evidence,
    Origin Origin);
