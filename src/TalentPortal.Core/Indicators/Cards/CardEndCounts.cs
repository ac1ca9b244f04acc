namespace TalentPortal.Core.Indicators.Cards;

/// <summary>The cards in use, and how many of them end soon.</summary>
/// <param name="InUse">All of them.</param>
/// <param name="Ending">Those that end, span by span; a longer span counts those of the shorter ones too.</param>
public sealed record CardEndCounts(int InUse, IReadOnlyList<CardEndCount> Ending);
