namespace TalentPortal.Core.Indicators.Ratings;

/// <summary>What a quarter's figures hold.</summary>
/// <param name="Quarter">Which.</param>
/// <param name="Rows">By unit and service item, as far as they are told.</param>
/// <param name="HeldBack">How many unit and item pairs have too few ratings to be told.</param>
public sealed record QuarterFigures(Quarter Quarter, IReadOnlyList<RatingFigure> Rows, int HeldBack);
